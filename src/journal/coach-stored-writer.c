#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-stored-writer-private.h"

/**
 * coach_stored_set_date:
 * @object: an object
 * @member: the name of a member
 * @date: (nullable): a day; null is written for %NULL and for one that is not valid
 *
 * Writes a day.
 */
void
coach_stored_set_date (JsonObject  *object,
                       const char  *member,
                       const GDate *date)
{
  g_autofree char *text = NULL;

  if (date != NULL && g_date_valid (date))
    text = g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (date), g_date_get_month (date),
                            g_date_get_day (date));
  if (text != NULL)
    json_object_set_string_member (object, member, text);
  else
    json_object_set_null_member (object, member);
}

/**
 * coach_stored_set_time:
 * @object: an object
 * @member: the name of a member
 * @time: a time
 *
 * Writes a time with its offset, to the second.
 */
void
coach_stored_set_time (JsonObject *object,
                       const char *member,
                       GDateTime  *time)
{
  g_autofree char *text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S%:z");

  json_object_set_string_member (object, member, text);
}

/**
 * coach_stored_set_version:
 * @object: a file
 * @version: what this program writes
 *
 * Writes the version, unless a newer one has written the file.
 */
void
coach_stored_set_version (JsonObject *object,
                          guint       version)
{
  JsonNode *node = json_object_get_member (object, "version");

  if (node == NULL
      || (json_node_get_value_type (node) == G_TYPE_INT64 && json_node_get_int (node) < version))
    json_object_set_int_member (object, "version", version);
}

/* What is in the way of something new is kept under another name. */
static void
make_room (JsonObject *object,
           const char *member)
{
  g_autofree char *name = g_strdup_printf ("%s-unread", member);
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return;
  for (guint i = 2; json_object_has_member (object, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-unread-%u", member, i);
    }
  json_object_set_member (object, name, json_node_copy (node));
}

/**
 * coach_stored_ensure_array:
 * @object: an object
 * @member: the name of a list
 *
 * Makes sure that a list is there to be added to. What is no list is kept under another name.
 *
 * Returns: (transfer none): the list
 */
JsonArray *
coach_stored_ensure_array (JsonObject *object,
                           const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    {
      make_room (object, member);
      json_object_set_array_member (object, member, json_array_new ());
    }
  return json_object_get_array_member (object, member);
}

/**
 * coach_stored_ensure_object:
 * @object: an object
 * @member: the name of an object in it
 *
 * Makes sure that an object is there to be written to. What is none is kept under another name.
 *
 * Returns: (transfer none): the object
 */
JsonObject *
coach_stored_ensure_object (JsonObject *object,
                            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      make_room (object, member);
      json_object_set_object_member (object, member, json_object_new ());
    }
  return json_object_get_object_member (object, member);
}
