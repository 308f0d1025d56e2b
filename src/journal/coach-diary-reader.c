#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-diary-private.h"

#define MAX_WORKED_S   (24 * 60 * 60)
#define MAX_EFFORT     5
#define MAX_BENCH_DAYS 3650

/* What cannot be read is taken for what lets the person do less: a score for the worst, a colour
 * for red, an outcome for one that hurt. Before a session a score that cannot be read is none:
 * others are compared with it, and a high one would hide that pain has risen. */
typedef struct
{
  CoachDiaryRecords *records;
  CoachStoredReader *reader;
} Reading;

static void
set_all_scores (CoachPain *pain,
                guint8     score)
{
  for (guint i = 0; i < COACH_N_ZONES; i++)
    pain->scores[i] = score;
}

static void
read_zones (Reading    *reading,
            JsonObject *object,
            CoachPain  *pain)
{
  JsonObject *zones = NULL;
  CoachStoredValue found;
  g_autoptr (GList) ids = NULL;

  found = coach_stored_reader_get_object (reading->reader, object, "zones", &zones);
  if (found == COACH_STORED_ODD)
    set_all_scores (pain, COACH_PAIN_WORST);
  if (found != COACH_STORED_FINE)
    return;
  coach_stored_reader_begin (reading->reader, "zones");
  ids = json_object_get_members (zones);
  for (GList *link = ids; link != NULL; link = link->next)
    {
      CoachZone zone;
      guint score = COACH_PAIN_WORST;

      if (!coach_zone_from_id (link->data, &zone))
        coach_stored_reader_complain (reading->reader, link->data, "is no zone that is known");
      else if (coach_stored_reader_get_uint (reading->reader, zones, link->data, COACH_PAIN_WORST,
                                             &score)
               != COACH_STORED_NONE)
        pain->scores[zone] = (guint8) score;
    }
  coach_stored_reader_end (reading->reader);
}

/* What a leg feels that nobody can read is numbness: it makes a day easier and alarms nobody. */
static CoachPainFlags
read_side_flags (Reading    *reading,
                 JsonObject *object,
                 const char *side)
{
  JsonArray *words = NULL;
  CoachPainFlags flags = 0;
  CoachStoredValue found;

  found = coach_stored_reader_get_array (reading->reader, object, side, &words);
  if (found != COACH_STORED_FINE)
    return found == COACH_STORED_ODD ? COACH_PAIN_NUMBNESS : 0;
  for (guint i = 0; i < json_array_get_length (words); i++)
    {
      const char *word = coach_stored_reader_get_text_at (reading->reader, words, side, i);
      CoachPainFlags flag = COACH_PAIN_NUMBNESS;

      if (word != NULL && !coach_pain_flag_from_id (word, &flag))
        coach_stored_reader_complain_word (reading->reader, side, word);
      flags |= flag;
    }
  return flags;
}

static void
read_pain (Reading    *reading,
           JsonObject *object,
           CoachPain  *pain)
{
  JsonObject *flags = NULL;
  CoachStoredValue found;

  *pain = (CoachPain) { 0 };
  read_zones (reading, object, pain);
  found = coach_stored_reader_get_object (reading->reader, object, "flags", &flags);
  if (found == COACH_STORED_ODD)
    pain->left = pain->right = COACH_PAIN_NUMBNESS;
  if (found != COACH_STORED_FINE)
    return;
  coach_stored_reader_begin (reading->reader, "flags");
  pain->left = read_side_flags (reading, flags, "left");
  pain->right = read_side_flags (reading, flags, "right");
  coach_stored_reader_end (reading->reader);
}

static CoachPain *
read_before (Reading    *reading,
             JsonObject *object)
{
  guint n_odd = coach_stored_reader_count_odd (reading->reader);
  JsonObject *member = NULL;
  CoachPain pain;

  if (coach_stored_reader_get_object (reading->reader, object, "before", &member)
      != COACH_STORED_FINE)
    return NULL;
  coach_stored_reader_begin (reading->reader, "before");
  read_pain (reading, member, &pain);
  coach_stored_reader_end (reading->reader);
  return coach_stored_reader_count_odd (reading->reader) == n_odd ? g_memdup2 (&pain, sizeof pain)
                                                                  : NULL;
}

static CoachPainColour
read_colour (Reading    *reading,
             JsonObject *object)
{
  CoachPainColour colour = COACH_PAIN_RED;
  const char *id = NULL;

  switch (coach_stored_reader_get_string (reading->reader, object, "colour", &id))
    {
    case COACH_STORED_FINE:
      if (!coach_pain_colour_from_id (id, &colour))
        coach_stored_reader_complain_word (reading->reader, "colour", id);
      break;
    case COACH_STORED_NONE:
      coach_stored_reader_complain (reading->reader, "colour", "is missing");
      break;
    case COACH_STORED_ODD:
    default:
      break;
    }
  return colour;
}

/* @colour is NULL where none is kept. */
static CoachPain *
read_answer (Reading         *reading,
             JsonObject      *object,
             const char      *member,
             CoachPainColour *colour)
{
  CoachPain pain = { 0 };
  JsonObject *answer = NULL;

  switch (coach_stored_reader_get_object (reading->reader, object, member, &answer))
    {
    case COACH_STORED_FINE:
      coach_stored_reader_begin (reading->reader, member);
      read_pain (reading, answer, &pain);
      if (colour != NULL)
        *colour = read_colour (reading, answer);
      coach_stored_reader_end (reading->reader);
      break;
    case COACH_STORED_ODD:
      set_all_scores (&pain, COACH_PAIN_WORST);
      if (colour != NULL)
        *colour = COACH_PAIN_RED;
      break;
    case COACH_STORED_NONE:
    default:
      return NULL;
    }
  return g_memdup2 (&pain, sizeof pain);
}

/* No text where there is none, or an odd one. */
static const char *
read_text (Reading    *reading,
           JsonObject *object,
           const char *member)
{
  const char *text = NULL;

  coach_stored_reader_get_string (reading->reader, object, member, &text);
  return text;
}

static gboolean
read_boolean (Reading    *reading,
              JsonObject *object,
              const char *member,
              gboolean    if_odd)
{
  gboolean value = FALSE;
  CoachStoredValue found;

  found = coach_stored_reader_get_boolean (reading->reader, object, member, &value);
  return found == COACH_STORED_ODD ? if_odd : value;
}

/* A record without an id is given one that follows from what is in it, so that it is the same one
 * when the file is read again. */
static char *
dup_id (Reading    *reading,
        JsonObject *object)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  const char *id = read_text (reading, object, "id");

  if (id != NULL && id[0] != '\0')
    return g_strdup (id);
  node = json_node_init_object (json_node_alloc (), object);
  text = json_to_string (node, FALSE);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* Without its time a record has no place in a diary. It stays in the file. */
static GDateTime *
read_time (Reading    *reading,
           JsonObject *object,
           const char *member)
{
  GDateTime *time = NULL;

  if (coach_stored_reader_get_time (reading->reader, object, member, &time) == COACH_STORED_NONE)
    coach_stored_reader_complain (reading->reader, member, "is missing");
  return time;
}

static void
read_checkin (Reading    *reading,
              JsonObject *object)
{
  g_autoptr (GDateTime) when = read_time (reading, object, "when");
  g_autofree char *id = NULL;
  CoachPain pain;

  if (when == NULL)
    return;
  id = dup_id (reading, object);
  read_pain (reading, object, &pain);
  coach_diary_records_add_checkin (reading->records, id, when, &pain);
}

static void
read_seconds (Reading    *reading,
              JsonObject *object,
              const char *member,
              guint      *seconds)
{
  coach_stored_reader_get_uint (reading->reader, object, member, MAX_WORKED_S, seconds);
}

static void
read_step (Reading           *reading,
           JsonObject        *object,
           CoachDiarySession *session)
{
  const char *movement = read_text (reading, object, "movement");
  const char *outcome_id = read_text (reading, object, "outcome");
  CoachStepOutcome outcome = COACH_STEP_HURT;
  CoachDiaryStep *step;

  if (outcome_id != NULL && !coach_step_outcome_from_id (outcome_id, &outcome))
    coach_stored_reader_complain_word (reading->reader, "outcome", outcome_id);
  step = coach_diary_session_add_step (session, movement != NULL ? movement : "", outcome);
  read_seconds (reading, object, "left_s", &step->left_s);
  read_seconds (reading, object, "right_s", &step->right_s);
  read_seconds (reading, object, "both_s", &step->both_s);
  /* As it was written before the sides were told apart. */
  read_seconds (reading, object, "worked_s", &step->both_s);
}

static void
read_steps (Reading           *reading,
            JsonObject        *object,
            CoachDiarySession *session)
{
  JsonArray *steps = NULL;

  if (coach_stored_reader_get_array (reading->reader, object, "steps", &steps)
      != COACH_STORED_FINE)
    return;
  for (guint i = 0; i < json_array_get_length (steps); i++)
    {
      JsonObject *step = coach_stored_reader_get_object_at (reading->reader, steps, "steps", i);

      coach_stored_reader_begin_element (reading->reader, "steps", i);
      if (step != NULL)
        read_step (reading, step, session);
      coach_stored_reader_end (reading->reader);
    }
}

static void
read_answers (Reading           *reading,
              JsonObject        *object,
              CoachDiarySession *session)
{
  session->before = read_before (reading, object);
  session->after = read_answer (reading, object, "after", NULL);
  session->hour_after = read_answer (reading, object, "hour_after", &session->hour_after_colour);
  session->morning = read_answer (reading, object, "morning", &session->morning_colour);
  session->second_morning
      = read_answer (reading, object, "second_morning", &session->second_morning_colour);
  coach_stored_reader_get_uint (reading->reader, object, "effort", MAX_EFFORT, &session->effort);
}

static void
read_session (Reading    *reading,
              JsonObject *object)
{
  g_autoptr (GDateTime) began = read_time (reading, object, "began");
  g_autofree char *id = NULL;
  const char *routine;
  CoachDiarySession *session;

  if (began == NULL)
    return;
  id = dup_id (reading, object);
  routine = read_text (reading, object, "routine");
  session = coach_diary_records_add_session (reading->records, id, began);
  coach_stored_reader_get_time (reading->reader, object, "ended", &session->ended);
  session->routine = g_strdup (routine != NULL ? routine : "");
  session->is_completed = read_boolean (reading, object, "completed", FALSE);
  session->is_half_dose = read_boolean (reading, object, "half_dose", FALSE);
  read_steps (reading, object, session);
  read_answers (reading, object, session);
}

static void
read_hurt_words (Reading         *reading,
                 JsonObject      *object,
                 CoachHurtsState *state)
{
  const char *kind = read_text (reading, object, "kind");
  const char *action = read_text (reading, object, "action");

  state->kind = COACH_HURTS_KIND_OTHER;
  state->action = COACH_HURTS_ACTION_END;
  if (kind != NULL && !coach_hurts_kind_from_id (kind, &state->kind))
    coach_stored_reader_complain_word (reading->reader, "kind", kind);
  if (action != NULL && !coach_hurts_action_from_id (action, &state->action))
    coach_stored_reader_complain_word (reading->reader, "action", action);
}

static CoachHurtsState
read_hurt_state (Reading    *reading,
                 JsonObject *object)
{
  CoachHurtsState state = { .stage = COACH_HURTS_DONE, .score = COACH_PAIN_WORST };

  read_hurt_words (reading, object, &state);
  state.has_score = coach_stored_reader_get_uint (reading->reader, object, "score",
                                                  COACH_PAIN_WORST, &state.score)
                    != COACH_STORED_NONE;
  if (state.has_score)
    state.colour = read_colour (reading, object);
  else
    state.score = 0;
  coach_stored_reader_get_uint (reading->reader, object, "bench_days", MAX_BENCH_DAYS,
                                &state.bench_days);
  state.was_amber = read_boolean (reading, object, "was_amber", TRUE);
  state.no_nerve_tension = read_boolean (reading, object, "no_nerve_tension", TRUE);
  state.rest_day = read_boolean (reading, object, "rest_day", TRUE);
  state.asks_screening = read_boolean (reading, object, "asks_screening", TRUE);
  return state;
}

static void
read_hurt (Reading    *reading,
           JsonObject *object)
{
  g_autoptr (GDateTime) when = read_time (reading, object, "when");
  const char *movement = read_text (reading, object, "movement");
  g_autofree char *id = NULL;
  CoachDiaryHurt *hurt;

  if (when == NULL)
    return;
  id = dup_id (reading, object);
  hurt = coach_diary_records_add_hurt (reading->records, id, when);
  hurt->session = g_strdup (read_text (reading, object, "session"));
  hurt->movement = g_strdup (movement != NULL ? movement : "");
  hurt->state = read_hurt_state (reading, object);
}

static void
read_pack (Reading    *reading,
           JsonObject *object)
{
  g_autoptr (GDateTime) began = read_time (reading, object, "began");
  const char *kind = read_text (reading, object, "kind");
  g_autofree char *id = NULL;
  CoachDiaryPack *pack;

  if (began == NULL)
    return;
  id = dup_id (reading, object);
  pack = coach_diary_records_add_pack (reading->records, id, began);
  pack->kind = COACH_PACK_HEAT;
  if (kind != NULL && !coach_pack_kind_from_id (kind, &pack->kind))
    coach_stored_reader_complain_word (reading->reader, "kind", kind);
  read_seconds (reading, object, "length_s", &pack->length_s);
}

static void
read_break (Reading    *reading,
            JsonObject *object)
{
  g_autoptr (GDateTime) when = read_time (reading, object, "when");
  const char *kind = read_text (reading, object, "kind");
  g_autofree char *id = NULL;
  CoachDiaryBreak *pause;

  if (when == NULL)
    return;
  id = dup_id (reading, object);
  pause = coach_diary_records_add_break (reading->records, id, when);
  pause->kind = g_strdup (kind != NULL ? kind : "");
  read_seconds (reading, object, "length_s", &pause->length_s);
  read_seconds (reading, object, "sat_s", &pause->sat_s);
}

typedef void (*ReadRecordFunc) (Reading *reading, JsonObject *object);

static void
read_list (Reading        *reading,
           JsonObject     *object,
           const char     *member,
           ReadRecordFunc  read)
{
  JsonArray *array = NULL;

  if (coach_stored_reader_get_array (reading->reader, object, member, &array)
      != COACH_STORED_FINE)
    return;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *record = coach_stored_reader_get_object_at (reading->reader, array, member, i);

      coach_stored_reader_begin_element (reading->reader, member, i);
      if (record != NULL)
        read (reading, record);
      coach_stored_reader_end (reading->reader);
    }
}

/*
 * coach_diary_read_json:
 * @records: empty
 * @object: what is kept
 * @reader: puts down what cannot be read
 *
 * Reads a diary as far as it goes. What does not go is taken for the more careful thing.
 */
void
coach_diary_read_json (CoachDiaryRecords *records,
                       JsonObject        *object,
                       CoachStoredReader *reader)
{
  Reading reading = { .records = records, .reader = reader };

  read_list (&reading, object, COACH_DIARY_CHECKINS, read_checkin);
  read_list (&reading, object, COACH_DIARY_SESSIONS, read_session);
  read_list (&reading, object, COACH_DIARY_HURTS, read_hurt);
  read_list (&reading, object, COACH_DIARY_PACKS, read_pack);
  read_list (&reading, object, COACH_DIARY_BREAKS, read_break);
}
