CREATE TABLE backup_info (
	seq INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	name TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	PRIMARY KEY (seq)
);
CREATE TABLE course (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	created TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE draft (
	"key" TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	text TEXT NOT NULL, 
	cursor INTEGER NOT NULL, 
	PRIMARY KEY ("key")
);
CREATE TABLE format (
	hash TEXT NOT NULL, 
	source TEXT NOT NULL, 
	PRIMARY KEY (hash)
);
CREATE TABLE setting (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY ("key")
);
CREATE TABLE use_log (
	seq INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	act TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (seq)
);
CREATE TABLE consent (
	id TEXT NOT NULL, 
	given_by TEXT NOT NULL, 
	to_whom TEXT NOT NULL, 
	about TEXT NOT NULL, 
	given_on TEXT, 
	valid_until TEXT, 
	form TEXT NOT NULL, 
	note TEXT NOT NULL, 
	rank REAL NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX consent_course ON consent (course_id);
CREATE TABLE meeting (
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	format_id TEXT NOT NULL, 
	format_hash TEXT NOT NULL, 
	language TEXT NOT NULL, 
	purpose TEXT NOT NULL, 
	place TEXT NOT NULL, 
	starts TEXT, 
	ends TEXT, 
	zone TEXT NOT NULL, 
	status TEXT NOT NULL, 
	live_step TEXT NOT NULL, 
	child_present INTEGER NOT NULL, 
	minutes TEXT NOT NULL, 
	left_out TEXT NOT NULL, 
	framing_per_person INTEGER NOT NULL, 
	created TEXT, 
	closed TEXT, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX meeting_course ON meeting (course_id, starts);
CREATE INDEX meeting_newest ON meeting (coalesce(starts, created, ''), id);
CREATE INDEX meeting_status ON meeting (status, starts);
CREATE TABLE person (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	called TEXT NOT NULL, 
	side TEXT NOT NULL, 
	relation TEXT NOT NULL, 
	profession TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	has_custody INTEGER NOT NULL, 
	is_child INTEGER NOT NULL, 
	rank REAL NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX person_course ON person (course_id);
CREATE TABLE action (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	share TEXT NOT NULL, 
	not_to TEXT NOT NULL, 
	fit_for_child INTEGER NOT NULL, 
	rank REAL NOT NULL, 
	what TEXT NOT NULL, 
	who TEXT NOT NULL, 
	with_whom TEXT NOT NULL, 
	"when" TEXT NOT NULL, 
	due TEXT, 
	seen_by TEXT NOT NULL, 
	checked_by TEXT NOT NULL, 
	proposed_by TEXT NOT NULL, 
	accepted_by TEXT NOT NULL, 
	status TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX action_course ON action (course_id);
CREATE INDEX action_open ON action (course_id) WHERE status = 'open';
CREATE INDEX action_status ON action (meeting_id, status);
CREATE INDEX action_waiting ON action (due IS NULL, due, rank, id) WHERE status = 'open';
CREATE TABLE attendance (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	roles TEXT NOT NULL, 
	mandate TEXT NOT NULL, 
	presence TEXT NOT NULL, 
	instead_of TEXT NOT NULL, 
	arrives TEXT, 
	leaves TEXT, 
	rank REAL NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX attendance_course ON attendance (course_id);
CREATE INDEX attendance_meeting ON attendance (meeting_id);
CREATE TABLE card (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	share TEXT NOT NULL, 
	not_to TEXT NOT NULL, 
	fit_for_child INTEGER NOT NULL, 
	rank REAL NOT NULL, 
	kind TEXT NOT NULL, 
	text TEXT NOT NULL, 
	voice TEXT NOT NULL, 
	verbatim INTEGER NOT NULL, 
	interpreted INTEGER NOT NULL, 
	prepared INTEGER NOT NULL, 
	seen_when TEXT NOT NULL, 
	seen_where TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX card_course ON card (course_id);
CREATE INDEX card_meeting ON card (meeting_id);
CREATE TABLE closing (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	child_told_what TEXT NOT NULL, 
	child_told_by TEXT NOT NULL, 
	child_told_when TEXT NOT NULL, 
	phone_hours TEXT NOT NULL, 
	documentation TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX closing_course ON closing (course_id);
CREATE INDEX closing_meeting ON closing (meeting_id);
CREATE TABLE framing_answer (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	statement TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	reply TEXT NOT NULL, 
	comment TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX framing_answer_course ON framing_answer (course_id);
CREATE INDEX framing_answer_meeting ON framing_answer (meeting_id);
CREATE TABLE framing_skip (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX framing_skip_course ON framing_skip (course_id);
CREATE INDEX framing_skip_meeting ON framing_skip (meeting_id);
CREATE TABLE goal (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	share TEXT NOT NULL, 
	not_to TEXT NOT NULL, 
	fit_for_child INTEGER NOT NULL, 
	rank REAL NOT NULL, 
	text TEXT NOT NULL, 
	need_id TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX goal_course ON goal (course_id);
CREATE INDEX goal_meeting ON goal (meeting_id);
CREATE TABLE journal (
	seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	meeting_id TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	at TEXT NOT NULL, 
	act TEXT NOT NULL, 
	label TEXT NOT NULL, 
	merge TEXT NOT NULL, 
	target INTEGER NOT NULL, 
	edits TEXT NOT NULL, 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_journal_meeting_id ON journal (meeting_id);
CREATE TABLE link (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	upper TEXT NOT NULL, 
	lower TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX link_course ON link (course_id);
CREATE INDEX link_meeting ON link (meeting_id);
CREATE TABLE next_meeting (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	starts TEXT, 
	zone TEXT NOT NULL, 
	place TEXT NOT NULL, 
	note TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX next_meeting_course ON next_meeting (course_id);
CREATE INDEX next_meeting_meeting ON next_meeting (meeting_id);
CREATE TABLE parked_idea (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	text TEXT NOT NULL, 
	voice TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	rank REAL NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX parked_idea_course ON parked_idea (course_id);
CREATE INDEX parked_idea_meeting ON parked_idea (meeting_id);
CREATE TABLE position (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	about TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	stance TEXT NOT NULL, 
	text TEXT NOT NULL, 
	rank REAL NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX position_course ON position (course_id);
CREATE INDEX position_meeting ON position (meeting_id);
CREATE TABLE private_note (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	step TEXT NOT NULL, 
	text TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX private_note_course ON private_note (course_id);
CREATE INDEX private_note_meeting ON private_note (meeting_id);
CREATE TABLE sign (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	share TEXT NOT NULL, 
	not_to TEXT NOT NULL, 
	fit_for_child INTEGER NOT NULL, 
	rank REAL NOT NULL, 
	goal_id TEXT NOT NULL, 
	text TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX sign_course ON sign (course_id);
CREATE INDEX sign_meeting ON sign (meeting_id);
CREATE TABLE step_time (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	step TEXT NOT NULL, 
	seconds INTEGER NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX step_time_course ON step_time (course_id);
CREATE INDEX step_time_meeting ON step_time (meeting_id);
CREATE TABLE understanding (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	share TEXT NOT NULL, 
	not_to TEXT NOT NULL, 
	fit_for_child INTEGER NOT NULL, 
	rank REAL NOT NULL, 
	text TEXT NOT NULL, 
	voice TEXT NOT NULL, 
	basis TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX understanding_course ON understanding (course_id);
CREATE INDEX understanding_meeting ON understanding (meeting_id);
CREATE TABLE unmet_need (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	share TEXT NOT NULL, 
	not_to TEXT NOT NULL, 
	fit_for_child INTEGER NOT NULL, 
	rank REAL NOT NULL, 
	text TEXT NOT NULL, 
	voice TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX unmet_need_course ON unmet_need (course_id);
CREATE INDEX unmet_need_meeting ON unmet_need (meeting_id);
CREATE TABLE wish (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	share TEXT NOT NULL, 
	not_to TEXT NOT NULL, 
	fit_for_child INTEGER NOT NULL, 
	rank REAL NOT NULL, 
	text TEXT NOT NULL, 
	voice TEXT NOT NULL, 
	reply TEXT NOT NULL, 
	answered_by TEXT NOT NULL, 
	because TEXT NOT NULL, 
	due TEXT, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX wish_course ON wish (course_id);
CREATE INDEX wish_meeting ON wish (meeting_id);
