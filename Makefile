.PHONY: demo test simulate bench-capture

demo:
	scripts/demo.sh

test:
	scripts/test.sh

simulate:
	scripts/simulate.sh

bench-capture:
	scripts/bench-capture.sh
