-- One readable row an event, in the order of time; undated events come last.
CREATE VIEW timeline AS
SELECT
    coalesce(
        CASE
            WHEN e.date_start = e.date_end THEN e.date_start::VARCHAR
            ELSE e.date_start::VARCHAR || ' – ' || e.date_end::VARCHAR
        END,
        CASE WHEN e.date_edtf LIKE 'XXXX-%' THEN e.date_edtf END,
        CASE
            WHEN e.date_not_before IS NOT NULL AND e.date_not_after IS NOT NULL
                THEN 'between ' || e.date_not_before::VARCHAR || ' and ' || e.date_not_after::VARCHAR
            WHEN e.date_not_before IS NOT NULL THEN 'not before ' || e.date_not_before::VARCHAR
            WHEN e.date_not_after IS NOT NULL THEN 'not after ' || e.date_not_after::VARCHAR
        END,
        'undated'
    ) AS "when",
    e.event_type,
    e.medium,
    p.who,
    e.place_name AS "where",
    e.status,
    e.document_count AS documents,
    e.source_count AS sources,
    e.title,
    e.date_start,
    e.date_end,
    e.date_basis,
    e.confidence,
    e.event_id
FROM events e
LEFT JOIN (
    SELECT event_id, string_agg(name, ', ' ORDER BY mention_count DESC, name) AS who
    FROM event_participants
    GROUP BY event_id
) p USING (event_id)
ORDER BY e.date_start NULLS LAST, e.date_end, e.date_not_before NULLS LAST, e.date_edtf, e.event_id;
