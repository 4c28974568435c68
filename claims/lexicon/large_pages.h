// LargePages: memory for a table that is read at random all over, as that of all words is for
// every word of a text.
//
// Of small pages such a table has more than the processor remembers the places of, so that
// nearly every look-up would wait for its page to be found first.
#pragma once
#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <new>

namespace figured::claims {

// An allocator of whole large pages, where the system gives such; of small ones where not.
template <class Value>
struct LargePages {
  using value_type = Value;

  LargePages() = default;
  template <class Other>
  LargePages(const LargePages<Other>&) {}

  Value* allocate(std::size_t count) {
    const std::size_t bytes = (count * sizeof(Value) + kPage - 1) / kPage * kPage;
    void* const memory = std::aligned_alloc(kPage, bytes);
    if (memory == nullptr) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
    madvise(memory, bytes, MADV_HUGEPAGE);  // a wish: that it fails changes nothing
#endif
    return static_cast<Value*>(memory);
  }
  void deallocate(Value* memory, std::size_t) { std::free(memory); }

  template <class Other>
  bool operator==(const LargePages<Other>&) const {
    return true;
  }

 private:
  static constexpr std::size_t kPage = std::size_t{2} << 20;
};

}  // namespace figured::claims
