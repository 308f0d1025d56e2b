#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include <json-glib/json-glib.h>

#include "coach-routine.h"

/**
 * coach_routine_read_text:
 * @path: the file of a routine, one that was read before
 *
 * Reads the text of a routine's file without the blanks between its members, to be handed on where
 * there is little room. It reads back as the same routine.
 *
 * Returns: (transfer full) (nullable): JSON
 * Throws: #GFileError, #JsonParserError
 */
char *
coach_routine_read_text (const char  *path,
                         GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  g_return_val_if_fail (path != NULL, NULL);

  if (!json_parser_load_from_file (parser, path, error))
    return NULL;
  json_generator_set_root (generator, json_parser_get_root (parser));
  return json_generator_to_data (generator, NULL);
}
