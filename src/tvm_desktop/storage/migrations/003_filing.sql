-- Filing, corrections beside the original, withdrawn consents, courses without names, receipts of what was deleted.
ALTER TABLE course ADD COLUMN anonymous INTEGER NOT NULL DEFAULT 0;
ALTER TABLE course ADD COLUMN delete_on TEXT;
ALTER TABLE consent ADD COLUMN withdrawn_on TEXT;
ALTER TABLE use_log ADD COLUMN who TEXT NOT NULL DEFAULT '';
CREATE TABLE filing (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	made TEXT, 
	sha256 TEXT NOT NULL, 
	filed_on TEXT, 
	system TEXT NOT NULL, 
	case_number TEXT NOT NULL, 
	note TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX filing_course ON filing (course_id);
CREATE INDEX filing_meeting ON filing (meeting_id);
CREATE TABLE correction (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	share TEXT NOT NULL, 
	not_to TEXT NOT NULL, 
	fit_for_child INTEGER NOT NULL, 
	rank REAL NOT NULL, 
	about TEXT NOT NULL, 
	text TEXT NOT NULL, 
	voice TEXT NOT NULL, 
	written TEXT, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX correction_course ON correction (course_id);
CREATE INDEX correction_meeting ON correction (meeting_id);
CREATE TABLE receipt (
	seq INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	meetings INTEGER NOT NULL, 
	things INTEGER NOT NULL, 
	backups_replaced TEXT, 
	PRIMARY KEY (seq)
);
CREATE TRIGGER correction_found AFTER INSERT ON correction BEGIN
	INSERT INTO search_item (kind, id, course_id, meeting_id, text)
	VALUES ('Correction', new.id, new.course_id, new.meeting_id, new.text);
END;
CREATE TRIGGER correction_found_changed AFTER UPDATE OF text ON correction BEGIN
	UPDATE search_item SET text = new.text
	WHERE id = new.id AND kind = 'Correction';
END;
CREATE TRIGGER correction_found_gone AFTER DELETE ON correction BEGIN
	DELETE FROM search_item WHERE id = old.id AND kind = 'Correction';
END;
