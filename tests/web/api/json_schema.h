// What of JSON Schema (2020-12) the API's document uses: $ref, type, enum, const,
// required, properties, additionalProperties, items, minItems, maxItems, oneOf, minimum,
// maximum.  A keyword it does not know fails the check, so that nothing is taken for
// checked that is not.
#pragma once
#include <boost/json/value.hpp>
#include <string>
#include <vector>

namespace figured::web {

// What of `value` does not fit, each with where: "items/0/id: is no integer".
std::vector<std::string> misfits(const boost::json::value& value, const boost::json::value& schema,
                                 const boost::json::value& document);

}  // namespace figured::web
