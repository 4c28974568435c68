// The language of a text as feeds declare it: RSS <language>, dc:language, xml:lang,
// JSON Feed's language, Content-Language.
#pragma once
#include <string>
#include <string_view>

namespace figured::feeds {

// The canonical tag of BCP 47 for what is written: "en-US" for "en_us", "de" for "deu".
// "" where it is no tag ("English"), of no language ("und", "zxx") or of several
// ("mul", "en, fr").
std::string language_tag(std::string_view written);

}  // namespace figured::feeds
