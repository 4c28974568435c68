"""What documents say that a JSON Schema does not: usage check_schema.py SCHEMA < LINES

Reads a document a line; prints a line for each thing that is wrong.  Properties that the schema
does not name are wrong too, though the schema lets them pass for receivers of tomorrow.
Exit status 0 all is as the schema says, 1 something is not, 3 there is no validator here.
"""
import json
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(3)


def closed(schema, is_property_map=False):
    """The schema, with every object that lists properties open to no others."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    out = {key: closed(part, key in ("properties", "$defs")) for key, part in schema.items()}
    # Conditions speak of the type only.
    if not is_property_map and "properties" in out and "required" in out and out.get("type") == "object":
        out["additionalProperties"] = False
    return out


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = closed(json.load(file))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    wrong = False
    for number, line in enumerate(sys.stdin, 1):
        for error in validator.iter_errors(json.loads(line)):
            wrong = True
            print(f"document {number}, {error.json_path}: {error.message[:300]}")
    return 1 if wrong else 0


sys.exit(main())
