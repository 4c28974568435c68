// The JSON shape of a silence, as docs/json.md gives it.
#pragma once
#include <boost/json/object.hpp>

#include "storage/store.h"

namespace figured::web {

boost::json::object format_silence(const storage::Silence& silence);

}  // namespace figured::web
