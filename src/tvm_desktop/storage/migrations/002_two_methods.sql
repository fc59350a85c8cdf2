-- Two methods on one record: worry statements, scales, what became of agreements, and how the meeting was.
ALTER TABLE meeting ADD COLUMN column_order TEXT NOT NULL DEFAULT '[]';
ALTER TABLE meeting ADD COLUMN evaluation_numbers INTEGER NOT NULL DEFAULT 0;
ALTER TABLE card ADD COLUMN basis TEXT NOT NULL DEFAULT '';
ALTER TABLE card ADD COLUMN sort TEXT NOT NULL DEFAULT 'none';
ALTER TABLE understanding ADD COLUMN verbatim INTEGER NOT NULL DEFAULT 0;
ALTER TABLE understanding ADD COLUMN interpreted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE understanding ADD COLUMN prepared INTEGER NOT NULL DEFAULT 0;
ALTER TABLE understanding ADD COLUMN seen_when TEXT NOT NULL DEFAULT '';
ALTER TABLE understanding ADD COLUMN seen_where TEXT NOT NULL DEFAULT '';
ALTER TABLE understanding ADD COLUMN sort TEXT NOT NULL DEFAULT 'none';
ALTER TABLE closing ADD COLUMN "explain" TEXT NOT NULL DEFAULT '[]';
CREATE TABLE evaluation (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	text TEXT NOT NULL, 
	number INTEGER, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX evaluation_course ON evaluation (course_id);
CREATE INDEX evaluation_meeting ON evaluation (meeting_id);
CREATE TABLE follow_up (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	share TEXT NOT NULL, 
	not_to TEXT NOT NULL, 
	fit_for_child INTEGER NOT NULL, 
	rank REAL NOT NULL, 
	action_id TEXT NOT NULL, 
	status TEXT NOT NULL, 
	text TEXT NOT NULL, 
	voice TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX follow_up_course ON follow_up (course_id);
CREATE INDEX follow_up_meeting ON follow_up (meeting_id);
CREATE TABLE missed (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	text TEXT NOT NULL, 
	voice TEXT NOT NULL, 
	rank REAL NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX missed_course ON missed (course_id);
CREATE INDEX missed_meeting ON missed (meeting_id);
CREATE TABLE scale (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	share TEXT NOT NULL, 
	not_to TEXT NOT NULL, 
	fit_for_child INTEGER NOT NULL, 
	rank REAL NOT NULL, 
	text TEXT NOT NULL, 
	low TEXT NOT NULL, 
	high TEXT NOT NULL, 
	follows TEXT NOT NULL, 
	revealed INTEGER NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX scale_course ON scale (course_id);
CREATE INDEX scale_meeting ON scale (meeting_id);
CREATE TABLE scale_rating (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	scale_id TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	value INTEGER NOT NULL, 
	may_show INTEGER NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX scale_rating_course ON scale_rating (course_id);
CREATE INDEX scale_rating_meeting ON scale_rating (meeting_id);
CREATE TABLE statement (
	id TEXT NOT NULL, 
	meeting_id TEXT NOT NULL, 
	share TEXT NOT NULL, 
	not_to TEXT NOT NULL, 
	fit_for_child INTEGER NOT NULL, 
	rank REAL NOT NULL, 
	text TEXT NOT NULL, 
	worried TEXT NOT NULL, 
	future TEXT NOT NULL, 
	own_words TEXT NOT NULL, 
	own_voice TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(meeting_id) REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(course_id) REFERENCES course (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX statement_course ON statement (course_id);
CREATE INDEX statement_meeting ON statement (meeting_id);
CREATE TRIGGER statement_found AFTER INSERT ON statement BEGIN
	INSERT INTO search_item (kind, id, course_id, meeting_id, text)
	VALUES ('Statement', new.id, new.course_id, new.meeting_id, trim(new.text || ' ' || new.future || ' ' || new.own_words));
END;
CREATE TRIGGER statement_found_changed AFTER UPDATE OF text, future, own_words ON statement BEGIN
	UPDATE search_item SET text = trim(new.text || ' ' || new.future || ' ' || new.own_words)
	WHERE id = new.id AND kind = 'Statement';
END;
CREATE TRIGGER statement_found_gone AFTER DELETE ON statement BEGIN
	DELETE FROM search_item WHERE id = old.id AND kind = 'Statement';
END;
CREATE TRIGGER follow_up_found AFTER INSERT ON follow_up BEGIN
	INSERT INTO search_item (kind, id, course_id, meeting_id, text)
	VALUES ('FollowUp', new.id, new.course_id, new.meeting_id, new.text);
END;
CREATE TRIGGER follow_up_found_changed AFTER UPDATE OF text ON follow_up BEGIN
	UPDATE search_item SET text = new.text
	WHERE id = new.id AND kind = 'FollowUp';
END;
CREATE TRIGGER follow_up_found_gone AFTER DELETE ON follow_up BEGIN
	DELETE FROM search_item WHERE id = old.id AND kind = 'FollowUp';
END;
CREATE TRIGGER scale_found AFTER INSERT ON scale BEGIN
	INSERT INTO search_item (kind, id, course_id, meeting_id, text)
	VALUES ('Scale', new.id, new.course_id, new.meeting_id, new.text);
END;
CREATE TRIGGER scale_found_changed AFTER UPDATE OF text ON scale BEGIN
	UPDATE search_item SET text = new.text
	WHERE id = new.id AND kind = 'Scale';
END;
CREATE TRIGGER scale_found_gone AFTER DELETE ON scale BEGIN
	DELETE FROM search_item WHERE id = old.id AND kind = 'Scale';
END;
