#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-diary-private.h"
#include "coach-stored-writer-private.h"

static void
write_zones (JsonObject      *object,
             const CoachPain *pain)
{
  JsonObject *zones = coach_stored_ensure_object (object, "zones");

  for (CoachZone zone = COACH_ZONE_LOW_BACK; zone < COACH_N_ZONES; zone++)
    if (pain->scores[zone] > 0)
      json_object_set_int_member (zones, coach_zone_get_id (zone), pain->scores[zone]);
    else
      json_object_remove_member (zones, coach_zone_get_id (zone));
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
  JsonObject *flags;

  write_zones (object, pain);
  flags = coach_stored_ensure_object (object, "flags");
  json_object_set_array_member (flags, "left", make_flags (pain->left));
  json_object_set_array_member (flags, "right", make_flags (pain->right));
}

JsonObject *
coach_diary_write_checkin (GDateTime       *when,
                           const CoachPain *pain)
{
  JsonObject *object = json_object_new ();

  coach_stored_set_time (object, "when", when);
  write_members (object, pain);
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

JsonObject *
coach_diary_write_hurt (const CoachDiaryHurt *hurt)
{
  JsonObject *object = json_object_new ();
  const CoachHurtsState *state = &hurt->state;

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

JsonObject *
coach_diary_write_pack (const CoachDiaryPack *pack)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "kind", coach_pack_kind_get_id (pack->kind));
  coach_stored_set_time (object, "began", pack->began);
  json_object_set_int_member (object, "length_s", pack->length_s);
  return object;
}

void
coach_diary_write_pain (JsonObject      *object,
                        const char      *member,
                        const CoachPain *pain)
{
  if (pain != NULL)
    write_members (coach_stored_ensure_object (object, member), pain);
}

void
coach_diary_write_judged_pain (JsonObject      *object,
                               const char      *member,
                               const CoachPain *pain,
                               CoachPainColour  colour)
{
  JsonObject *judged = coach_stored_ensure_object (object, member);

  write_members (judged, pain);
  json_object_set_string_member (judged, "colour", coach_pain_colour_get_id (colour));
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
      json_object_set_int_member (object, "worked_s", step->worked_s);
      json_array_add_object_element (array, object);
    }
  return array;
}

/* What is known while a session runs; what is asked of it later is written when it is said. */
void
coach_diary_write_session (JsonObject              *object,
                           const CoachDiarySession *session)
{
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
}
