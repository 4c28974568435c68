# d3.js, of the plots: those modules of Debian's node-d3-* packages that scales and axes
# need, one behind the other in the order of their needs.  Sets d3_file.
set(d3_modules internmap d3-array d3-collection d3-color d3-format d3-interpolate d3-time
               d3-time-format d3-scale d3-selection d3-axis)
set(d3_parts ${d3_modules})
list(TRANSFORM d3_parts REPLACE "(.+)" "/usr/share/nodejs/\\1/dist/\\1.min.js")
foreach(part ${d3_parts})
  if(NOT EXISTS ${part})
    message(FATAL_ERROR "There is no ${part}: install the packages of packages.txt")
  endif()
endforeach()
set(d3_file ${CMAKE_CURRENT_BINARY_DIR}/d3.js)
add_custom_command(
  OUTPUT ${d3_file}
  COMMAND ${CMAKE_COMMAND} -E cat ${d3_parts} > ${d3_file}
  DEPENDS ${d3_parts}
  COMMENT "Gathering D3 for the plots")
