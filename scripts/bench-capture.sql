-- One million result rows: 40,000 runs of 25, of 10,000 people, over one quarter. Keys as long as a uuid, as in production.
SET search_path = fairness_audit;
SET synchronous_commit = off;
INSERT INTO participant (participant_id, birth_year, gender, municipality, education_level)
SELECT 'participant-00000000-0000-' || lpad(n::text, 10, '0'), 1960 + n % 45, (ARRAY['female', 'male'])[1 + n % 2], 'GM0406', (ARRAY['low', 'middle', 'high'])[1 + n % 3]
FROM generate_series(1, 10000) AS n;
INSERT INTO scale SELECT 'scale' || n, 'capacity', 'Schaal ' || n, 'Scale ' || n, 0, 100, false FROM generate_series(1, 12) AS n;
INSERT INTO assessment (assessment_id, participant_id, test_language, mode, started_at)
SELECT 'assessment-00000000-0000-' || lpad(n::text, 10, '0'), 'participant-00000000-0000-' || lpad(n::text, 10, '0'), 'nl', 'online', '2026-09-01 10:00+02'
FROM generate_series(1, 10000) AS n;
INSERT INTO assessment_score (assessment_id, scale_code, score)
SELECT assessment_id, 'scale' || s, (hashtext(assessment_id || s) & 1023) / 1023.0 * 100 FROM assessment, generate_series(1, 12) AS s
ORDER BY assessment_id, s;
INSERT INTO workplace (workplace_id, work_kind, active_from)
SELECT 'workplace-' || n, (ARRAY['paid', 'benefit_retained', 'sheltered', 'day_activity'])[1 + n % 4], '2026-01-01' FROM generate_series(1, 300) AS n;
INSERT INTO ideal_profile (workplace_id, scale_code, target)
SELECT workplace_id, 'scale' || s, (hashtext(workplace_id || s) & 1023) / 1023.0 * 100 FROM workplace, generate_series(1, 12) AS s;
INSERT INTO match_run
SELECT 'run-00000000-0000-0000-0000-' || lpad(n::text, 8, '0'), 'participant-00000000-0000-' || lpad((1 + n % 10000)::text, 10, '0'),
       'assessment-00000000-0000-' || lpad((1 + n % 10000)::text, 10, '0'), 'v1', timestamptz '2026-10-01 09:00+02' + n % 90 * interval '1 day' + n * interval '1 millisecond'
FROM generate_series(1, 40000) AS n;
INSERT INTO match_result
SELECT 'run-00000000-0000-0000-0000-' || lpad(n::text, 8, '0'), 'workplace-' || 1 + (n * 7 + r * 11) % 300, r, r * 0.37 + n % 13
FROM generate_series(1, 40000) AS n, generate_series(1, 25) AS r
ORDER BY n, r;  -- a list is stored by the run that made it, so its rows lie together
ANALYZE;
