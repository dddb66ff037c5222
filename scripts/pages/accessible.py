"""axe-core: the rules of WCAG 2.2, levels A and AA, that a machine can judge; wide and narrow."""

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def problems(subject):
    found = []
    for width in (1280, 320):
        page = subject.open(width=width)
        options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
        if width == 320:
            # Most of the time goes to contrast, and colours do not depend on the width.
            options["rules"] = {"color-contrast": {"enabled": False}}
        response = Axe().run(page, options=options).response
        for rule in response["violations"]:
            places = [", ".join(map(str, node["target"])) for node in rule["nodes"]]
            found.append(f"{rule['id']} at {width} px: {rule['help']}; {len(places)} times, first at {places[0]}")
        if len(response["passes"]) < 5:
            found.append(f"axe-core judged only {len(response['passes'])} rules at {width} px: is there a page?")
        page.context.close()
    return found
