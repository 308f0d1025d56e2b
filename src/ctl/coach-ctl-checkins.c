#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include "coach-ctl.h"

/* Reads a file of check-ins: {"checkins": [{"when", "zones"?, "flags"?, "id"?}], "now"?, "reviewed"?}.
 * Other members of the whole are left alone: the reference cases have a name and what they expect. An
 * exported journal is such a file, too; it has "reviewed" in its "profile". */

/* A journal of some thirty years. */
#define MAX_BYTES (256 * 1024 * 1024)

typedef struct
{
  CoachCtlFile     *file;
  CoachCtlCheckins *found;
} Reading;

/* Takes an object; fails where the value is something else. */
static JsonObject *
get_object (Reading    *reading,
            JsonNode   *node,
            const char *where)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  coach_ctl_file_fail (reading->file, where, "must be an object");
  return NULL;
}

static GDateTime *
read_time (Reading    *reading,
           JsonNode   *node,
           const char *where)
{
  const char *text = coach_ctl_file_get_string (reading->file, node, where);
  GDateTime *time = text != NULL ? coach_ctl_parse_time (text) : NULL;

  if (time == NULL)
    coach_ctl_file_fail (reading->file, where,
                         "must be a time with its offset, like 2026-01-31T08:00:00+00:00");
  return time;
}

static void
read_zone (Reading      *reading,
           CoachCheckin *checkin,
           const char   *id,
           JsonNode     *node,
           const char   *where)
{
  gboolean is_number = JSON_NODE_HOLDS_VALUE (node)
                       && json_node_get_value_type (node) == G_TYPE_INT64;
  gint64 score = is_number ? json_node_get_int (node) : -1;
  CoachZone zone;

  if (!coach_zone_from_id (id, &zone))
    coach_ctl_file_fail (reading->file, where, "is no zone");
  else if (score < 0 || score > COACH_PAIN_WORST)
    coach_ctl_file_fail (reading->file, where, "must be a whole number from 0 to %d",
                         COACH_PAIN_WORST);
  else
    checkin->pain.scores[zone] = (guint8) score;
}

static void
read_zones (Reading      *reading,
            CoachCheckin *checkin,
            JsonNode     *node,
            const char   *where)
{
  JsonObject *zones = get_object (reading, node, where);
  JsonObjectIter iter;
  const char *id;
  JsonNode *score;

  if (zones == NULL)
    return;
  json_object_iter_init_ordered (&iter, zones);
  while (json_object_iter_next_ordered (&iter, &id, &score))
    {
      g_autofree char *place = g_strdup_printf ("%s.%s", where, id);

      read_zone (reading, checkin, id, score, place);
    }
}

static CoachPainFlags
read_flags_of_side (Reading    *reading,
                    JsonNode   *node,
                    const char *where)
{
  JsonArray *ids = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  CoachPainFlags flags = 0;

  if (ids == NULL)
    coach_ctl_file_fail (reading->file, where, "must be an array");
  for (guint i = 0; ids != NULL && i < json_array_get_length (ids); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s[%u]", where, i);
      const char *id = coach_ctl_file_get_string (reading->file, json_array_get_element (ids, i),
                                                  place);
      CoachPainFlags flag = 0;

      if (id != NULL && !coach_pain_flag_from_id (id, &flag))
        coach_ctl_file_fail (reading->file, place,
                             "must be one of numbness, weakness, burning");
      flags |= flag;
    }
  return flags;
}

static void
read_flags (Reading      *reading,
            CoachCheckin *checkin,
            JsonNode     *node,
            const char   *where)
{
  JsonObject *sides = get_object (reading, node, where);
  g_autoptr (GList) members = sides != NULL ? json_object_get_members (sides) : NULL;

  for (GList *l = members; l != NULL; l = l->next)
    {
      g_autofree char *place = g_strdup_printf ("%s.%s", where, (const char *) l->data);
      JsonNode *ids = json_object_get_member (sides, l->data);

      if (g_str_equal (l->data, "left"))
        checkin->pain.left = read_flags_of_side (reading, ids, place);
      else if (g_str_equal (l->data, "right"))
        checkin->pain.right = read_flags_of_side (reading, ids, place);
      else
        coach_ctl_file_fail (reading->file, place, "must be left or right");
    }
}

static void
read_member (Reading      *reading,
             CoachCheckin *checkin,
             const char   *member,
             JsonNode     *node,
             const char   *where)
{
  if (g_str_equal (member, "when"))
    checkin->when = read_time (reading, node, where);
  else if (g_str_equal (member, "zones"))
    read_zones (reading, checkin, node, where);
  else if (g_str_equal (member, "flags"))
    read_flags (reading, checkin, node, where);
  else if (!g_str_equal (member, "id"))
    coach_ctl_file_fail (reading->file, where, "is unknown here");
}

static void
read_checkin (Reading    *reading,
              JsonNode   *node,
              const char *where)
{
  JsonObject *object = get_object (reading, node, where);
  g_autoptr (GList) members = object != NULL ? json_object_get_members (object) : NULL;
  CoachCheckin checkin = { 0 };

  for (GList *l = members; l != NULL; l = l->next)
    {
      g_autofree char *place = g_strdup_printf ("%s.%s", where, (const char *) l->data);

      read_member (reading, &checkin, l->data, json_object_get_member (object, l->data), place);
    }
  if (checkin.when == NULL)
    {
      g_autofree char *place = g_strdup_printf ("%s.when", where);

      coach_ctl_file_fail (reading->file, place, "is missing");
      return;
    }
  g_array_append_val (reading->found->checkins, checkin);
}

static void
read_checkins (Reading  *reading,
               JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    coach_ctl_file_fail (reading->file, "checkins", "must be an array");
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *where = g_strdup_printf ("checkins[%u]", i);

      read_checkin (reading, json_array_get_element (array, i), where);
      if (reading->file->error != NULL)
        return;
    }
}

static void
read_reviewed (Reading  *reading,
               JsonNode *node)
{
  JsonObject *object = get_object (reading, node, "reviewed");
  g_autoptr (GList) members = object != NULL ? json_object_get_members (object) : NULL;
  CoachReviewed *reviewed = &reading->found->reviewed;

  for (GList *l = members; l != NULL; l = l->next)
    {
      g_autofree char *where = g_strdup_printf ("reviewed.%s", (const char *) l->data);
      JsonNode *day = json_object_get_member (object, l->data);

      if (g_str_equal (l->data, "left"))
        coach_ctl_file_get_date (reading->file, day, where, &reviewed->left);
      else if (g_str_equal (l->data, "right"))
        coach_ctl_file_get_date (reading->file, day, where, &reviewed->right);
      else if (g_str_equal (l->data, "both"))
        coach_ctl_file_get_date (reading->file, day, where, &reviewed->both);
      else
        coach_ctl_file_fail (reading->file, where, "must be left, right or both");
    }
}

/* What else an exported profile says makes no trend. */
static void
read_profile (Reading  *reading,
              JsonNode *node)
{
  JsonObject *profile = get_object (reading, node, "profile");

  if (profile != NULL && json_object_has_member (profile, "reviewed"))
    read_reviewed (reading, json_object_get_member (profile, "reviewed"));
}

static void
read_root (Reading  *reading,
           JsonNode *root)
{
  JsonObject *object = get_object (reading, root, "");

  if (object == NULL)
    return;
  if (json_object_has_member (object, "now"))
    reading->found->now = read_time (reading, json_object_get_member (object, "now"), "now");
  if (json_object_has_member (object, "reviewed"))
    read_reviewed (reading, json_object_get_member (object, "reviewed"));
  else if (json_object_has_member (object, "profile"))
    read_profile (reading, json_object_get_member (object, "profile"));
  if (json_object_has_member (object, "checkins"))
    read_checkins (reading, json_object_get_member (object, "checkins"));
  else
    coach_ctl_file_fail (reading->file, "checkins", "is missing");
}

static void
clear_checkin (gpointer data)
{
  CoachCheckin *checkin = data;

  g_clear_pointer (&checkin->when, g_date_time_unref);
}

/**
 * coach_ctl_read_checkins:
 * @self: (out caller-allocates): what is in the file
 * @name: the path of a file of check-ins, as it was typed
 *
 * Reads check-ins. A score that is not one, or a time without its offset, ends the reading: a trend
 * of half a diary is none.
 *
 * Returns: whether all of it could be read
 * Throws: [error@CatalogError], which names file and member
 */
gboolean
coach_ctl_read_checkins (CoachCtlCheckins  *self,
                         const char        *name,
                         GError           **error)
{
  g_auto (CoachCtlFile) file = { .name = name, .max_bytes = MAX_BYTES };
  Reading reading = { &file, self };
  JsonNode *root = coach_ctl_file_load (&file);

  *self = (CoachCtlCheckins) { .checkins = g_array_new (FALSE, TRUE, sizeof (CoachCheckin)) };
  g_array_set_clear_func (self->checkins, clear_checkin);
  if (root != NULL)
    read_root (&reading, root);
  if (file.error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&file.error));
  return FALSE;
}

/**
 * coach_ctl_checkins_clear:
 * @self: check-ins
 *
 * Frees what they own.
 */
void
coach_ctl_checkins_clear (CoachCtlCheckins *self)
{
  g_clear_pointer (&self->checkins, g_array_unref);
  g_clear_pointer (&self->now, g_date_time_unref);
}
