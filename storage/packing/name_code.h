// The names of an article, told by where they stand in its text.
//
// The key of most names is the hash of a word that begins with a capital, in small
// letters.  So these words are counted off, and a bit tells of each whether its key is
// among the names and stood nowhere before; what this does not find (a country for its
// demonym, a word that is cut otherwise there) follows in full.  What is read is what
// was written, whatever the text.
#pragma once
#include <string_view>
#include <vector>

#include "claims/claim.h"

namespace figured::storage {

class ByteReader;
class ByteWriter;

// Names that are not sorted, or stand there twice, are all told in full.
void put_names(ByteWriter& out, const std::vector<claims::NameKey>& names, std::string_view text);
std::vector<claims::NameKey> take_names(ByteReader& in, std::string_view text);

}  // namespace figured::storage
