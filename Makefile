.PHONY: demo reports pdf test simulate bench-capture bench-metrics bench-replay bench-program bench-gate bench-audit bench-shards spark certify metrics-alone

demo:
	scripts/demo.sh

# The reports that are kept in reports/demo.
reports:
	scripts/report-demo.sh

pdf:
	scripts/pdf.sh "$(IN)" "$(OUT)"

test:
	scripts/test.sh

simulate:
	scripts/simulate.sh

bench-capture:
	scripts/bench-capture.sh

bench-metrics:
	scripts/bench-metrics.sh

bench-replay:
	scripts/bench-replay.sh

bench-program:
	scripts/bench-program.sh

bench-gate:
	scripts/bench-gate.sh

bench-audit:
	scripts/bench-audit.sh

bench-shards:
	scripts/bench-shards.sh

spark:
	scripts/spark.sh

certify:
	scripts/certify.sh

metrics-alone:
	scripts/metrics-alone.sh
