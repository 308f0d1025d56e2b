/* A fuzzer for the strict reading of JSON: it refuses with one line, and what it lets through is
 * JSON to the parser as well. */
#include <json-glib/json-glib.h>
#include <stdint.h>
#include <string.h>

#include "coach-catalog-error.h"
#include "coach-json-text.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const char *text = (const char *) data;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;

  if (coach_json_text_check ("fuzz.json", text, size, &error))
    {
      json_parser_load_from_data (parser, text, (gssize) size, &error);
      g_assert_no_error (error);
      g_assert_nonnull (json_parser_get_root (parser));
      return 0;
    }
  g_assert_error (error, COACH_CATALOG_ERROR, COACH_CATALOG_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, "fuzz.json: "));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  return 0;
}
