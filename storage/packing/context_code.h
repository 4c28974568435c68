// The words around a figure, told by where they stand in the text.
//
// A claim's context holds hashes of words that its field holds already.  So the
// words on both sides of the figure are counted off as claims::read_context() counts
// them, and a bit tells of each whether it is in the context; what this does not
// find (the words are cut a little otherwise there) follows in full.  What is read
// is what was written, whatever the text.
#pragma once
#include <string_view>
#include <vector>

#include "claims/claim.h"

namespace figured::storage {

class ByteReader;
class ByteWriter;

// `figure` is where the figure stands in `field`.
void put_context(ByteWriter& out, const std::vector<claims::ContextWord>& context,
                 std::string_view field, claims::Span figure);
std::vector<claims::ContextWord> take_context(ByteReader& in, std::string_view field,
                                              claims::Span figure);
void pass_over_context(ByteReader& in);

}  // namespace figured::storage
