#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-profile-json-private.h"
#include "coach-stored-writer-private.h"

/* Writes into what was read, and there only what has become another: so what other versions wrote
 * stays as they wrote it, even where this one takes it for something else. */
typedef struct
{
  CoachProfile *was; /* what the object is read as */
  CoachProfile *is;
} Change;

typedef struct
{
  const char  *member; /* the name of the list */
  const char  *key;    /* the member of its elements that tells them apart */
  char      **(*dup_keys) (CoachProfile *profile);
  gboolean   (*is_same) (const Change *change, const char *key);
  void       (*write) (CoachProfile *profile, const char *key, JsonObject *element);
} List;

static gboolean
are_same_days (const GDate *a,
               const GDate *b)
{
  gboolean is_a = a != NULL && g_date_valid (a);
  gboolean is_b = b != NULL && g_date_valid (b);

  return is_a && is_b ? g_date_compare (a, b) == 0 : is_a == is_b;
}

static gboolean
is_same_move_order (const Change *change,
                    const char   *move)
{
  return coach_profile_get_move_order (change->was, move)
         == coach_profile_get_move_order (change->is, move);
}

static void
write_move_order (CoachProfile *profile,
                  const char   *move,
                  JsonObject   *element)
{
  json_object_set_string_member (
      element, "order", coach_order_get_id (coach_profile_get_move_order (profile, move)));
}

static gboolean
is_same_trait_order (const Change *change,
                     const char   *trait)
{
  return coach_profile_get_trait_order (change->was, trait)
         == coach_profile_get_trait_order (change->is, trait);
}

static void
write_trait_order (CoachProfile *profile,
                   const char   *trait,
                   JsonObject   *element)
{
  json_object_set_string_member (
      element, "order", coach_order_get_id (coach_profile_get_trait_order (profile, trait)));
}

static char **
dup_benched (CoachProfile *profile)
{
  g_autoptr (GStrvBuilder) moves = g_strv_builder_new ();

  for (guint i = 0; i < coach_profile_get_n_benches (profile); i++)
    g_strv_builder_add (moves, coach_profile_get_bench (profile, i)->move);
  return g_strv_builder_end (moves);
}

static gboolean
is_same_bench (const Change *change,
               const char   *move)
{
  const CoachBench *was = coach_profile_lookup_bench (change->was, move);
  const CoachBench *is = coach_profile_lookup_bench (change->is, move);

  return was != NULL && is != NULL && are_same_days (&was->since, &is->since)
         && are_same_days (&was->until, &is->until);
}

static void
write_bench (CoachProfile *profile,
             const char   *move,
             JsonObject   *element)
{
  const CoachBench *bench = coach_profile_lookup_bench (profile, move);

  coach_stored_set_date (element, "since", &bench->since);
  coach_stored_set_date (element, "until", &bench->until);
}

static const CoachScreeningAnswer *
get_answer (CoachProfile *profile,
            const char   *question)
{
  return coach_screening_record_get (coach_profile_get_screening (profile), question);
}

static char **
dup_answered (CoachProfile *profile)
{
  return coach_screening_record_dup_ids (coach_profile_get_screening (profile));
}

static gboolean
is_same_answer (const Change *change,
                const char   *question)
{
  const CoachScreeningAnswer *was = get_answer (change->was, question);
  const CoachScreeningAnswer *is = get_answer (change->is, question);

  return was->answer == is->answer && was->unless == is->unless && was->weeks == is->weeks
         && are_same_days (&was->answered, &is->answered)
         && are_same_days (&was->first_yes, &is->first_yes)
         && are_same_days (&was->date, &is->date);
}

static void
write_answer (CoachProfile *profile,
              const char   *question,
              JsonObject   *element)
{
  const CoachScreeningAnswer *answer = get_answer (profile, question);

  json_object_set_string_member (element, "answer", coach_answer_get_id (answer->answer));
  json_object_set_string_member (element, "unless", coach_answer_get_id (answer->unless));
  coach_stored_set_date (element, "answered", &answer->answered);
  coach_stored_set_date (element, "first_yes", &answer->first_yes);
  coach_stored_set_date (element, "date", &answer->date);
  if (answer->weeks > 0)
    json_object_set_int_member (element, "weeks", answer->weeks);
  else
    json_object_set_null_member (element, "weeks");
}

static gboolean
is_same_list (const List   *list,
              const Change *change)
{
  g_auto (GStrv) was_keys = list->dup_keys (change->was);
  g_auto (GStrv) is_keys = list->dup_keys (change->is);
  const char * const *was = (const char * const *) was_keys;
  const char * const *is = (const char * const *) is_keys;

  for (guint i = 0; was[i] != NULL; i++)
    if (!g_strv_contains (is, was[i]))
      return FALSE;
  for (guint i = 0; is[i] != NULL; i++)
    if (!g_strv_contains (was, is[i]) || !list->is_same (change, is[i]))
      return FALSE;
  return TRUE;
}

static const char *
get_key (JsonNode   *node,
         const char *key)
{
  JsonNode *value = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    value = json_object_get_member (json_node_get_object (node), key);
  return value != NULL && JSON_NODE_HOLDS_VALUE (value)
                 && json_node_get_value_type (value) == G_TYPE_STRING
             ? json_node_get_string (value)
             : NULL;
}

/* What is in the list stays unless it was taken out; what nobody understands stays as well. */
static JsonArray *
copy_kept (const List   *list,
           const Change *change,
           JsonArray    *before)
{
  g_auto (GStrv) was_keys = list->dup_keys (change->was);
  g_auto (GStrv) is_keys = list->dup_keys (change->is);
  const char * const *was = (const char * const *) was_keys;
  const char * const *is = (const char * const *) is_keys;
  JsonArray *after = json_array_new ();

  for (guint i = 0; i < json_array_get_length (before); i++)
    {
      JsonNode *node = json_array_get_element (before, i);
      const char *key = get_key (node, list->key);

      if (key != NULL && g_strv_contains (was, key) && !g_strv_contains (is, key))
        continue;
      if (key != NULL && g_strv_contains (is, key) && !list->is_same (change, key))
        list->write (change->is, key, json_node_get_object (node));
      json_array_add_element (after, json_node_copy (node));
    }
  return after;
}

static gboolean
has_element (const List *list,
             JsonArray  *array,
             const char *key)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (g_strcmp0 (get_key (json_array_get_element (array, i), list->key), key) == 0)
      return TRUE;
  return FALSE;
}

static void
write_list (const List   *list,
            const Change *change,
            JsonObject   *object)
{
  g_auto (GStrv) is = list->dup_keys (change->is);
  JsonArray *array;

  if (is_same_list (list, change))
    return;
  array = copy_kept (list, change, coach_stored_ensure_array (object, list->member));
  for (guint i = 0; is[i] != NULL; i++)
    if (!has_element (list, array, is[i]))
      {
        JsonObject *element = json_object_new ();

        json_object_set_string_member (element, list->key, is[i]);
        list->write (change->is, is[i], element);
        json_array_add_object_element (array, element);
      }
  json_object_set_array_member (object, list->member, array);
}

/* The same for a list of words. */
static void
write_words (JsonObject         *object,
             const char         *member,
             const char * const *was,
             const char * const *is)
{
  JsonArray *before;
  JsonArray *after;

  if (g_strv_equal (was, is))
    return;
  before = coach_stored_ensure_array (object, member);
  after = json_array_new ();
  for (guint i = 0; i < json_array_get_length (before); i++)
    {
      JsonNode *node = json_array_get_element (before, i);
      const char *word = json_node_get_value_type (node) == G_TYPE_STRING
                             ? json_node_get_string (node)
                             : NULL;

      if (word == NULL || !g_strv_contains (was, word))
        json_array_add_element (after, json_node_copy (node));
    }
  for (guint i = 0; is[i] != NULL; i++)
    json_array_add_string_element (after, is[i]);
  json_object_set_array_member (object, member, after);
}

static void
write_equipment (const Change *change,
                 JsonObject   *object)
{
  static const char * const nothing[] = { NULL };
  const char * const *was = coach_profile_get_equipment (change->was);
  const char * const *is = coach_profile_get_equipment (change->is);

  if (is == NULL && was != NULL)
    json_object_set_null_member (object, "equipment");
  if (is == NULL)
    return;
  if (was == NULL)
    coach_stored_ensure_array (object, "equipment");
  write_words (object, "equipment", was != NULL ? was : nothing, is);
}

static void
write_place (const Change *change,
             JsonObject   *object)
{
  CoachPlace place = coach_profile_get_place (change->is);
  CoachSide side = coach_profile_get_side (change->is);

  if (place != coach_profile_get_place (change->was))
    json_object_set_string_member (object, "place", coach_place_get_id (place));
  if (side == coach_profile_get_side (change->was))
    return;
  if (side != COACH_SIDE_NONE)
    json_object_set_string_member (object, "side", coach_side_get_id (side));
  else
    json_object_set_null_member (object, "side");
}

static void
write_day (JsonObject  *object,
           const char  *member,
           const GDate *was,
           const GDate *is)
{
  if (!are_same_days (was, is))
    coach_stored_set_date (object, member, is);
}

static void
write_screening (const Change *change,
                 JsonObject   *object)
{
  static const List answers
      = { "answers", "question", dup_answered, is_same_answer, write_answer };
  const GDate *was_cleared
      = coach_screening_record_get_cleared (coach_profile_get_screening (change->was));
  const GDate *is_cleared
      = coach_screening_record_get_cleared (coach_profile_get_screening (change->is));
  JsonObject *screening;

  if (is_same_list (&answers, change) && are_same_days (was_cleared, is_cleared))
    return;
  screening = coach_stored_ensure_object (object, "screening");
  write_list (&answers, change, screening);
  write_day (screening, "cleared", was_cleared, is_cleared);
}

static void
write_reviewed (const Change *change,
                JsonObject   *object)
{
  const CoachReviewed *was = coach_profile_get_reviewed (change->was);
  const CoachReviewed *is = coach_profile_get_reviewed (change->is);

  for (CoachWarning i = COACH_WARNING_LEFT; i < COACH_N_WARNINGS; i++)
    if (!are_same_days (coach_reviewed_get (was, i), coach_reviewed_get (is, i)))
      coach_stored_set_date (coach_stored_ensure_object (object, "reviewed"),
                             coach_warning_get_id (i), coach_reviewed_get (is, i));
}

static void
write_change (const Change *change,
              JsonObject   *object)
{
  static const List lists[] = {
    { "move_orders", "move", coach_profile_dup_ordered_moves, is_same_move_order,
      write_move_order },
    { "trait_orders", "trait", coach_profile_dup_ordered_traits, is_same_trait_order,
      write_trait_order },
    { "benches", "move", dup_benched, is_same_bench, write_bench },
  };

  coach_stored_set_version (object, COACH_PROFILE_VERSION);
  write_words (object, "conditions", coach_profile_get_conditions (change->was),
               coach_profile_get_conditions (change->is));
  write_place (change, object);
  write_equipment (change, object);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    write_list (&lists[i], change, object);
  write_screening (change, object);
  write_day (object, "flare_since", coach_profile_get_flare_since (change->was),
             coach_profile_get_flare_since (change->is));
  write_day (object, "welcomed", coach_profile_get_welcomed (change->was),
             coach_profile_get_welcomed (change->is));
  write_reviewed (change, object);
}

/*
 * coach_profile_write_json:
 * @profile: a profile
 * @object: what was read of it, or an empty object
 *
 * Writes a profile over what was kept. Of @object only that is touched which is read as something
 * else than @profile says: words, members and ids of other versions stay.
 */
void
coach_profile_write_json (CoachProfile *profile,
                          JsonObject   *object)
{
  g_autoptr (CoachProfile) was = coach_profile_new ();
  g_autoptr (CoachStoredReader) reader = coach_stored_reader_new ("profile.json");
  Change change = { .was = was, .is = profile };

  coach_profile_read_json (was, object, reader);
  write_change (&change, object);
}
