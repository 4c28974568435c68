# What holds for every target of ours: warnings, sanitizers, include root.
add_library(figured_options INTERFACE)
target_include_directories(figured_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(figured_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                       -Wno-sign-conversion -Wnon-virtual-dtor)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(figured_options INTERFACE -fcoroutines)
endif()
if(FIGURED_WERROR)
  target_compile_options(figured_options INTERFACE -Werror)
endif()
# Asio keeps its deprecated names out, and the signals of its threads in one place.
target_compile_definitions(figured_options INTERFACE BOOST_ASIO_NO_DEPRECATED
                           BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION)
if(FIGURED_SANITIZE STREQUAL "address")
  target_compile_options(figured_options INTERFACE -fsanitize=address,undefined
                         -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(figured_options INTERFACE -fsanitize=address,undefined)
elseif(FIGURED_SANITIZE STREQUAL "thread")
  # GCC's TSan does not know std::atomic_thread_fence, which Asio names.
  target_compile_options(figured_options INTERFACE -fsanitize=thread -Wno-tsan)
  target_link_options(figured_options INTERFACE -fsanitize=thread)
endif()

# figured_library(claims SOURCES a.cc ... LINKS public targets... PRIVATE_LINKS targets... PCH headers...)
function(figured_library folder)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS;PCH" ${ARGN})
  add_library(figured_${folder} STATIC ${ARG_SOURCES})
  target_link_libraries(figured_${folder} PUBLIC figured_options ${ARG_LINKS}
                        PRIVATE ${ARG_PRIVATE_LINKS})
  if(ARG_PCH)
    target_precompile_headers(figured_${folder} PRIVATE ${ARG_PCH})
  endif()
endfunction()

# figured_test(feeds SOURCES a_test.cc ... LINKS targets...): the executable feeds_test
function(figured_test folder)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PCH" ${ARGN})
  add_executable(${folder}_test ${ARG_SOURCES})
  target_link_libraries(${folder}_test PRIVATE ${ARG_LINKS} GTest::gmock GTest::gtest_main)
  target_precompile_headers(${folder}_test PRIVATE <gmock/gmock.h> <gtest/gtest.h> <string>
                            <vector> ${ARG_PCH})
  target_compile_definitions(${folder}_test PRIVATE
                             FIGURED_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
                             FIGURED_TEST_SUPPORT="${PROJECT_SOURCE_DIR}/tests/support"
                             FIGURED_DOCS="${PROJECT_SOURCE_DIR}/docs"
                             FIGURED_SHARED="${PROJECT_SOURCE_DIR}/../shared")
  gtest_discover_tests(${folder}_test NO_PRETTY_VALUES DISCOVERY_MODE PRE_TEST
                       DISCOVERY_TIMEOUT 60)
endfunction()
