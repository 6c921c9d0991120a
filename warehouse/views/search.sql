-- Events of which a title, topic or reporting sentence contains all the words (accents and case set aside).
CREATE MACRO search(wanted_words) AS TABLE
SELECT e.*
FROM events e
JOIN (
    SELECT event_id, strip_accents(lower(string_agg(sentence_text, ' ' ORDER BY mention_id))) AS told
    FROM event_mentions
    GROUP BY event_id
) m USING (event_id)
WHERE list_bool_and(list_transform(
    string_split(strip_accents(lower(trim(wanted_words))), ' '),
    lambda x: contains(strip_accents(lower(concat_ws(' ', e.title, e.topic_text))), x) OR contains(m.told, x)
))
ORDER BY e.date_start NULLS LAST, e.event_id;
