"""What is printed. The only floor that knows ReportLab."""
