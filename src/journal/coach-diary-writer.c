#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-diary-private.h"
#include "coach-stored-writer-private.h"

static JsonObject *
make_zones (const CoachPain *pain)
{
  JsonObject *zones = json_object_new ();

  for (CoachZone zone = COACH_ZONE_LOW_BACK; zone < COACH_N_ZONES; zone++)
    if (pain->scores[zone] > 0)
      json_object_set_int_member (zones, coach_zone_get_id (zone), pain->scores[zone]);
  return zones;
}

static JsonArray *
make_flags (CoachPainFlags flags)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < COACH_N_PAIN_FLAGS; i++)
    if (flags & (1u << i))
      json_array_add_string_element (array, coach_pain_flag_get_id ((CoachPainFlags) (1u << i)));
  return array;
}

/* In the form of the check-ins that `lowtidectl trend` reads. */
static void
write_members (JsonObject      *object,
               const CoachPain *pain)
{
  JsonObject *flags = json_object_new ();

  json_object_set_object_member (object, "zones", make_zones (pain));
  json_object_set_array_member (flags, "left", make_flags (pain->left));
  json_object_set_array_member (flags, "right", make_flags (pain->right));
  json_object_set_object_member (object, "flags", flags);
}

static JsonObject *
make_checkin (const char         *id,
              const CoachCheckin *checkin)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", id);
  coach_stored_set_time (object, "when", checkin->when);
  write_members (object, &checkin->pain);
  return object;
}

static void
write_text_or_null (JsonObject *object,
                    const char *member,
                    const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
  else
    json_object_set_null_member (object, member);
}

static JsonObject *
make_hurt (gconstpointer record)
{
  const CoachDiaryHurt *hurt = record;
  const CoachHurtsState *state = &hurt->state;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", hurt->id);
  coach_stored_set_time (object, "when", hurt->when);
  write_text_or_null (object, "session", hurt->session);
  json_object_set_string_member (object, "movement", hurt->movement);
  json_object_set_string_member (object, "kind", coach_hurts_kind_get_id (state->kind));
  if (state->has_score)
    {
      json_object_set_int_member (object, "score", state->score);
      json_object_set_string_member (object, "colour", coach_pain_colour_get_id (state->colour));
    }
  json_object_set_boolean_member (object, "was_amber", state->was_amber);
  json_object_set_string_member (object, "action", coach_hurts_action_get_id (state->action));
  json_object_set_int_member (object, "bench_days", state->bench_days);
  json_object_set_boolean_member (object, "no_nerve_tension", state->no_nerve_tension);
  json_object_set_boolean_member (object, "rest_day", state->rest_day);
  json_object_set_boolean_member (object, "asks_screening", state->asks_screening);
  return object;
}

static JsonObject *
make_pack (gconstpointer record)
{
  const CoachDiaryPack *pack = record;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", pack->id);
  json_object_set_string_member (object, "kind", coach_pack_kind_get_id (pack->kind));
  coach_stored_set_time (object, "began", pack->began);
  json_object_set_int_member (object, "length_s", pack->length_s);
  return object;
}

static JsonObject *
make_break (gconstpointer record)
{
  const CoachDiaryBreak *pause = record;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", pause->id);
  json_object_set_string_member (object, "kind", pause->kind);
  coach_stored_set_time (object, "when", pause->when);
  json_object_set_int_member (object, "length_s", pause->length_s);
  json_object_set_int_member (object, "sat_s", pause->sat_s);
  return object;
}

/* @colour is NULL where none is kept. */
static void
write_answer (JsonObject            *object,
              const char            *member,
              const CoachPain       *pain,
              const CoachPainColour *colour)
{
  JsonObject *answer;

  if (pain == NULL)
    return;
  answer = json_object_new ();
  write_members (answer, pain);
  if (colour != NULL)
    json_object_set_string_member (answer, "colour", coach_pain_colour_get_id (*colour));
  json_object_set_object_member (object, member, answer);
}

static void
write_answers (JsonObject              *object,
               const CoachDiarySession *session)
{
  write_answer (object, "before", session->before, NULL);
  write_answer (object, "after", session->after, NULL);
  write_answer (object, "hour_after", session->hour_after, &session->hour_after_colour);
  write_answer (object, "morning", session->morning, &session->morning_colour);
  write_answer (object, "second_morning", session->second_morning,
                &session->second_morning_colour);
  if (session->effort > 0)
    json_object_set_int_member (object, "effort", session->effort);
}

static JsonArray *
make_steps (GPtrArray *steps)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < steps->len; i++)
    {
      const CoachDiaryStep *step = g_ptr_array_index (steps, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "movement", step->movement);
      json_object_set_string_member (object, "outcome", coach_step_outcome_get_id (step->outcome));
      json_object_set_int_member (object, "left_s", step->left_s);
      json_object_set_int_member (object, "right_s", step->right_s);
      json_object_set_int_member (object, "both_s", step->both_s);
      json_array_add_object_element (array, object);
    }
  return array;
}

static JsonObject *
make_session (gconstpointer record)
{
  const CoachDiarySession *session = record;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", session->id);
  coach_stored_set_time (object, "began", session->began);
  if (session->ended != NULL)
    coach_stored_set_time (object, "ended", session->ended);
  else
    json_object_set_null_member (object, "ended");
  json_object_set_string_member (object, "routine", session->routine);
  json_object_set_boolean_member (object, "completed", session->is_completed);
  json_object_set_boolean_member (object, "half_dose", session->is_half_dose);
  json_object_set_array_member (object, "steps", make_steps (session->steps));
  write_answers (object, session);
  return object;
}

typedef JsonObject *(*MakeFunc) (gconstpointer record);

static void
write_list (JsonObject *object,
            const char *member,
            GPtrArray  *records,
            MakeFunc    make)
{
  JsonArray *array = json_array_sized_new (records->len);

  for (guint i = 0; i < records->len; i++)
    json_array_add_object_element (array, make (g_ptr_array_index (records, i)));
  json_object_set_array_member (object, member, array);
}

static void
write_checkins (JsonObject              *object,
                const CoachDiaryRecords *records)
{
  JsonArray *array = json_array_sized_new (records->checkins->len);

  for (guint i = 0; i < records->checkins->len; i++)
    json_array_add_object_element (
        array, make_checkin (g_ptr_array_index (records->checkin_ids, i),
                             &g_array_index (records->checkins, CoachCheckin, i)));
  json_object_set_array_member (object, COACH_DIARY_CHECKINS, array);
}

/*
 * coach_diary_write_json:
 * @records: what was kept
 * @object: where to
 *
 * Writes all records, each list in its order: the same records always make the same text.
 */
void
coach_diary_write_json (const CoachDiaryRecords *records,
                        JsonObject              *object)
{
  write_checkins (object, records);
  write_list (object, COACH_DIARY_SESSIONS, records->sessions, make_session);
  write_list (object, COACH_DIARY_HURTS, records->hurts, make_hurt);
  write_list (object, COACH_DIARY_PACKS, records->packs, make_pack);
  write_list (object, COACH_DIARY_BREAKS, records->breaks, make_break);
}
