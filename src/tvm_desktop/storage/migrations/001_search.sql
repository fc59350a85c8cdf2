-- What can be found. A row of search_item keeps its number for life, so a higher number was written later.
-- Names and titles have an index of their own, since they come first and are found from the first letter on.
CREATE TABLE search_item (
	number INTEGER PRIMARY KEY AUTOINCREMENT,
	kind TEXT NOT NULL,
	id TEXT NOT NULL,
	course_id TEXT NOT NULL,
	meeting_id TEXT NOT NULL,
	text TEXT NOT NULL,
	-- The tokenizer folds case and accents (so å is found as a); the letters that it leaves alone are folded
	-- here, and a text with å is kept a second time with aa.
	plain TEXT AS (replace(replace(replace(replace(replace(replace(replace(replace(replace(text, 'æ', 'ae'), 'Æ', 'ae'), 'ø', 'o'), 'Ø', 'o'), 'ł', 'l'), 'Ł', 'l'), 'đ', 'd'), 'Đ', 'd'), 'ı', 'i')),
	folded TEXT AS (plain || CASE WHEN instr(plain, 'å') + instr(plain, 'Å')
		THEN char(10) || replace(replace(plain, 'å', 'aa'), 'Å', 'aa') ELSE '' END),
	UNIQUE (id, kind)
);
CREATE INDEX search_item_name ON search_item (text) WHERE kind IN ('Course', 'Person', 'Meeting');
CREATE VIRTUAL TABLE search_name USING fts5(
	text, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1'
);
CREATE VIRTUAL TABLE search_said USING fts5(
	text, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1'
);
CREATE TRIGGER search_name_new AFTER INSERT ON search_item WHEN new.kind IN ('Course', 'Person', 'Meeting') BEGIN
	INSERT INTO search_name (rowid, text) VALUES (new.number, new.folded);
END;
CREATE TRIGGER search_name_changed AFTER UPDATE OF text ON search_item
WHEN new.kind IN ('Course', 'Person', 'Meeting') AND new.text <> old.text BEGIN
	DELETE FROM search_name WHERE rowid = old.number;
	INSERT INTO search_name (rowid, text) VALUES (new.number, new.folded);
END;
CREATE TRIGGER search_name_gone AFTER DELETE ON search_item WHEN old.kind IN ('Course', 'Person', 'Meeting') BEGIN
	DELETE FROM search_name WHERE rowid = old.number;
END;
CREATE TRIGGER search_said_new AFTER INSERT ON search_item WHEN new.kind NOT IN ('Course', 'Person', 'Meeting') BEGIN
	INSERT INTO search_said (rowid, text) VALUES (new.number, new.folded);
END;
CREATE TRIGGER search_said_changed AFTER UPDATE OF text ON search_item
WHEN new.kind NOT IN ('Course', 'Person', 'Meeting') AND new.text <> old.text BEGIN
	DELETE FROM search_said WHERE rowid = old.number;
	INSERT INTO search_said (rowid, text) VALUES (new.number, new.folded);
END;
CREATE TRIGGER search_said_gone AFTER DELETE ON search_item WHEN old.kind NOT IN ('Course', 'Person', 'Meeting') BEGIN
	DELETE FROM search_said WHERE rowid = old.number;
END;
CREATE TRIGGER course_found AFTER INSERT ON course BEGIN
	INSERT INTO search_item (kind, id, course_id, meeting_id, text)
	VALUES ('Course', new.id, new.course_id, '', new.name);
END;
CREATE TRIGGER course_found_changed AFTER UPDATE OF name ON course BEGIN
	UPDATE search_item SET text = new.name
	WHERE id = new.id AND kind = 'Course';
END;
CREATE TRIGGER course_found_gone AFTER DELETE ON course BEGIN
	DELETE FROM search_item WHERE id = old.id AND kind = 'Course';
END;
CREATE TRIGGER person_found AFTER INSERT ON person BEGIN
	INSERT INTO search_item (kind, id, course_id, meeting_id, text)
	VALUES ('Person', new.id, new.course_id, '', CASE WHEN new.called IN ('', new.name) THEN new.name ELSE new.name || ' (' || new.called || ')' END);
END;
CREATE TRIGGER person_found_changed AFTER UPDATE OF name, called ON person BEGIN
	UPDATE search_item SET text = CASE WHEN new.called IN ('', new.name) THEN new.name ELSE new.name || ' (' || new.called || ')' END
	WHERE id = new.id AND kind = 'Person';
END;
CREATE TRIGGER person_found_gone AFTER DELETE ON person BEGIN
	DELETE FROM search_item WHERE id = old.id AND kind = 'Person';
END;
CREATE TRIGGER meeting_found AFTER INSERT ON meeting BEGIN
	INSERT INTO search_item (kind, id, course_id, meeting_id, text)
	VALUES ('Meeting', new.id, new.course_id, new.id, trim(new.purpose || ', ' || new.place, ', '));
END;
CREATE TRIGGER meeting_found_changed AFTER UPDATE OF purpose, place ON meeting BEGIN
	UPDATE search_item SET text = trim(new.purpose || ', ' || new.place, ', ')
	WHERE id = new.id AND kind = 'Meeting';
END;
CREATE TRIGGER meeting_found_gone AFTER DELETE ON meeting BEGIN
	DELETE FROM search_item WHERE id = old.id AND kind = 'Meeting';
END;
CREATE TRIGGER card_found AFTER INSERT ON card BEGIN
	INSERT INTO search_item (kind, id, course_id, meeting_id, text)
	VALUES ('Card', new.id, new.course_id, new.meeting_id, new.text);
END;
CREATE TRIGGER card_found_changed AFTER UPDATE OF text ON card BEGIN
	UPDATE search_item SET text = new.text
	WHERE id = new.id AND kind = 'Card';
END;
CREATE TRIGGER card_found_gone AFTER DELETE ON card BEGIN
	DELETE FROM search_item WHERE id = old.id AND kind = 'Card';
END;
CREATE TRIGGER understanding_found AFTER INSERT ON understanding BEGIN
	INSERT INTO search_item (kind, id, course_id, meeting_id, text)
	VALUES ('Understanding', new.id, new.course_id, new.meeting_id, new.text);
END;
CREATE TRIGGER understanding_found_changed AFTER UPDATE OF text ON understanding BEGIN
	UPDATE search_item SET text = new.text
	WHERE id = new.id AND kind = 'Understanding';
END;
CREATE TRIGGER understanding_found_gone AFTER DELETE ON understanding BEGIN
	DELETE FROM search_item WHERE id = old.id AND kind = 'Understanding';
END;
CREATE TRIGGER unmet_need_found AFTER INSERT ON unmet_need BEGIN
	INSERT INTO search_item (kind, id, course_id, meeting_id, text)
	VALUES ('UnmetNeed', new.id, new.course_id, new.meeting_id, new.text);
END;
CREATE TRIGGER unmet_need_found_changed AFTER UPDATE OF text ON unmet_need BEGIN
	UPDATE search_item SET text = new.text
	WHERE id = new.id AND kind = 'UnmetNeed';
END;
CREATE TRIGGER unmet_need_found_gone AFTER DELETE ON unmet_need BEGIN
	DELETE FROM search_item WHERE id = old.id AND kind = 'UnmetNeed';
END;
CREATE TRIGGER goal_found AFTER INSERT ON goal BEGIN
	INSERT INTO search_item (kind, id, course_id, meeting_id, text)
	VALUES ('Goal', new.id, new.course_id, new.meeting_id, new.text);
END;
CREATE TRIGGER goal_found_changed AFTER UPDATE OF text ON goal BEGIN
	UPDATE search_item SET text = new.text
	WHERE id = new.id AND kind = 'Goal';
END;
CREATE TRIGGER goal_found_gone AFTER DELETE ON goal BEGIN
	DELETE FROM search_item WHERE id = old.id AND kind = 'Goal';
END;
CREATE TRIGGER sign_found AFTER INSERT ON sign BEGIN
	INSERT INTO search_item (kind, id, course_id, meeting_id, text)
	VALUES ('Sign', new.id, new.course_id, new.meeting_id, new.text);
END;
CREATE TRIGGER sign_found_changed AFTER UPDATE OF text ON sign BEGIN
	UPDATE search_item SET text = new.text
	WHERE id = new.id AND kind = 'Sign';
END;
CREATE TRIGGER sign_found_gone AFTER DELETE ON sign BEGIN
	DELETE FROM search_item WHERE id = old.id AND kind = 'Sign';
END;
CREATE TRIGGER action_found AFTER INSERT ON action BEGIN
	INSERT INTO search_item (kind, id, course_id, meeting_id, text)
	VALUES ('Action', new.id, new.course_id, new.meeting_id, new.what);
END;
CREATE TRIGGER action_found_changed AFTER UPDATE OF what ON action BEGIN
	UPDATE search_item SET text = new.what
	WHERE id = new.id AND kind = 'Action';
END;
CREATE TRIGGER action_found_gone AFTER DELETE ON action BEGIN
	DELETE FROM search_item WHERE id = old.id AND kind = 'Action';
END;
CREATE TRIGGER wish_found AFTER INSERT ON wish BEGIN
	INSERT INTO search_item (kind, id, course_id, meeting_id, text)
	VALUES ('Wish', new.id, new.course_id, new.meeting_id, new.text);
END;
CREATE TRIGGER wish_found_changed AFTER UPDATE OF text ON wish BEGIN
	UPDATE search_item SET text = new.text
	WHERE id = new.id AND kind = 'Wish';
END;
CREATE TRIGGER wish_found_gone AFTER DELETE ON wish BEGIN
	DELETE FROM search_item WHERE id = old.id AND kind = 'Wish';
END;
