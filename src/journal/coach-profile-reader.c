#define G_LOG_DOMAIN "coach-journal"

#include "config.h"

#include "coach-profile-json-private.h"

/* A pregnancy has not more weeks than this. */
#define MAX_WEEKS 45

/* What cannot be read is taken for what lets the person do less: that is the rule of this file. */
typedef struct
{
  CoachProfile      *profile;
  JsonObject        *object;
  CoachStoredReader *reader;
  gboolean           is_lost; /* a list that keeps moves away cannot be read at all */
} Reading;

const char *
coach_place_get_id (CoachPlace place)
{
  switch (place)
    {
    case COACH_PLACE_FLOOR:
      return "floor";
    case COACH_PLACE_CHAIR:
    default:
      return "chair";
    }
}

gboolean
coach_place_from_id (const char *id,
                     CoachPlace *place)
{
  for (CoachPlace i = COACH_PLACE_FLOOR; i <= COACH_PLACE_CHAIR; i++)
    if (g_strcmp0 (id, coach_place_get_id (i)) == 0)
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}

/* A day that was given, but that nobody can tell, is long ago. */
static GDate
long_ago (void)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_JANUARY, 1970);
  return day;
}

static char **
read_ids (Reading    *reading,
          JsonArray  *array,
          const char *member)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *id = coach_stored_reader_get_text_at (reading->reader, array, member, i);

      if (id != NULL)
        g_strv_builder_add (ids, id);
    }
  return g_strv_builder_end (ids);
}

static void
read_conditions (Reading *reading)
{
  JsonArray *array;
  g_auto (GStrv) ids = NULL;

  switch (coach_stored_reader_get_array (reading->reader, reading->object, "conditions", &array))
    {
    case COACH_STORED_FINE:
      ids = read_ids (reading, array, "conditions");
      coach_profile_set_conditions (reading->profile, (const char * const *) ids);
      break;
    case COACH_STORED_ODD:
      reading->is_lost = TRUE;
      break;
    case COACH_STORED_NONE:
    default:
      break;
    }
}

static void
read_equipment (Reading *reading)
{
  JsonArray *array;
  g_auto (GStrv) ids = NULL;

  if (coach_stored_reader_get_array (reading->reader, reading->object, "equipment", &array)
      != COACH_STORED_FINE)
    return;
  ids = read_ids (reading, array, "equipment");
  coach_profile_set_equipment (reading->profile, (const char * const *) ids);
}

static void
read_side (Reading *reading)
{
  const char *id = NULL;

  if (coach_stored_reader_get_string (reading->reader, reading->object, "side", &id)
      != COACH_STORED_FINE)
    return;
  if (g_str_equal (id, coach_side_get_id (COACH_SIDE_LEFT)))
    coach_profile_set_side (reading->profile, COACH_SIDE_LEFT);
  else if (g_str_equal (id, coach_side_get_id (COACH_SIDE_RIGHT)))
    coach_profile_set_side (reading->profile, COACH_SIDE_RIGHT);
  else
    coach_stored_reader_complain_word (reading->reader, "side", id);
}

/* Somebody whose place is not known is not sent to the floor. */
static void
read_place (Reading *reading)
{
  const char *id = NULL;
  CoachPlace place = COACH_PLACE_CHAIR;
  CoachStoredValue found;

  found = coach_stored_reader_get_string (reading->reader, reading->object, "place", &id);
  if (found == COACH_STORED_NONE)
    return;
  if (found == COACH_STORED_FINE && !coach_place_from_id (id, &place))
    coach_stored_reader_complain_word (reading->reader, "place", id);
  coach_profile_set_place (reading->profile, place);
}

/* Reads one element of a list, whose own id is @key; the reader stands in it. */
typedef void (*ReadElementFunc) (Reading *reading, JsonObject *element, const char *key);

static void
read_element (Reading         *reading,
              JsonArray       *array,
              const char      *member,
              guint            index,
              const char      *key_member,
              ReadElementFunc  read)
{
  JsonObject *element;
  const char *key = NULL;

  element = coach_stored_reader_get_object_at (reading->reader, array, member, index);
  if (element == NULL)
    return;
  coach_stored_reader_begin_element (reading->reader, member, index);
  switch (coach_stored_reader_get_string (reading->reader, element, key_member, &key))
    {
    case COACH_STORED_FINE:
      read (reading, element, key);
      break;
    case COACH_STORED_NONE:
      coach_stored_reader_complain (reading->reader, key_member, "is missing");
      break;
    case COACH_STORED_ODD:
    default:
      break;
    }
  coach_stored_reader_end (reading->reader);
}

static void
read_list (Reading         *reading,
           JsonObject      *object,
           const char      *member,
           const char      *key_member,
           ReadElementFunc  read)
{
  JsonArray *array = NULL;
  CoachStoredValue found;

  found = coach_stored_reader_get_array (reading->reader, object, member, &array);
  if (found == COACH_STORED_ODD)
    reading->is_lost = TRUE;
  if (found != COACH_STORED_FINE)
    return;
  for (guint i = 0; i < json_array_get_length (array); i++)
    read_element (reading, array, member, i, key_member, read);
}

static CoachOrder
read_order (Reading    *reading,
            JsonObject *element)
{
  CoachOrder order = COACH_ORDER_NEVER;
  const char *id = NULL;
  CoachStoredValue found;

  found = coach_stored_reader_get_string (reading->reader, element, "order", &id);
  if (found == COACH_STORED_NONE)
    coach_stored_reader_complain (reading->reader, "order", "is missing");
  if (found == COACH_STORED_FINE && !coach_order_from_id (id, &order))
    coach_stored_reader_complain_word (reading->reader, "order", id);
  return order;
}

/* Of two orders the one that lets the person do less: the enumeration is in this order, but for
 * what was not said at all. */
static CoachOrder
get_stricter (CoachOrder a,
              CoachOrder b)
{
  if (a == COACH_ORDER_NONE || b == COACH_ORDER_NONE)
    return MAX (a, b);
  return MIN (a, b);
}

static void
read_move_order (Reading    *reading,
                 JsonObject *element,
                 const char *move)
{
  CoachOrder before = coach_profile_get_move_order (reading->profile, move);

  coach_profile_set_move_order (reading->profile, move,
                                get_stricter (before, read_order (reading, element)));
}

static void
read_trait_order (Reading    *reading,
                  JsonObject *element,
                  const char *trait)
{
  CoachOrder before = coach_profile_get_trait_order (reading->profile, trait);

  coach_profile_set_trait_order (reading->profile, trait,
                                 get_stricter (before, read_order (reading, element)));
}

/* A bench whose days cannot be read has begun, and has no end. */
static void
read_bench (Reading    *reading,
            JsonObject *element,
            const char *move)
{
  GDate since = long_ago ();
  GDate until;
  CoachStoredValue end;

  g_date_clear (&until, 1);
  coach_stored_reader_get_date (reading->reader, element, "since", &since);
  end = coach_stored_reader_get_date (reading->reader, element, "until", &until);
  coach_profile_bench (reading->profile, move, &since, end == COACH_STORED_FINE ? &until : NULL);
}

static CoachAnswer
read_answer_word (Reading    *reading,
                  JsonObject *element,
                  const char *member)
{
  CoachAnswer answer = COACH_ANSWER_NONE;
  const char *id = NULL;

  if (coach_stored_reader_get_string (reading->reader, element, member, &id) == COACH_STORED_FINE
      && !coach_answer_from_id (id, &answer))
    coach_stored_reader_complain_word (reading->reader, member, id);
  return answer;
}

/* Of two answers to one question, whether the first is the more careful one. */
static gboolean
is_more_careful (CoachAnswer first,
                 CoachAnswer second)
{
  return first == COACH_ANSWER_YES
         || (first == COACH_ANSWER_NOT_SURE && second != COACH_ANSWER_YES);
}

static void
read_answer (Reading    *reading,
             JsonObject *element,
             const char *question)
{
  CoachScreeningRecord *record = coach_profile_get_screening (reading->profile);
  CoachAnswer before = coach_screening_record_get (record, question)->answer;
  CoachScreeningAnswer answer = { .answer = read_answer_word (reading, element, "answer") };
  CoachStoredValue day;

  answer.unless = read_answer_word (reading, element, "unless");
  g_date_clear (&answer.answered, 1);
  g_date_clear (&answer.first_yes, 1);
  g_date_clear (&answer.date, 1);
  day = coach_stored_reader_get_date (reading->reader, element, "answered", &answer.answered);
  coach_stored_reader_get_date (reading->reader, element, "first_yes", &answer.first_yes);
  coach_stored_reader_get_date (reading->reader, element, "date", &answer.date);
  coach_stored_reader_get_uint (reading->reader, element, "weeks", MAX_WEEKS, &answer.weeks);
  /* Nobody knows how old such a no is. */
  if (answer.answer == COACH_ANSWER_NO && day != COACH_STORED_FINE)
    answer.answer = COACH_ANSWER_NONE;
  if (!is_more_careful (before, answer.answer))
    coach_screening_record_set (record, question, &answer);
}

static void
read_screening (Reading *reading)
{
  JsonObject *screening = NULL;
  GDate cleared;

  g_date_clear (&cleared, 1);
  if (coach_stored_reader_get_object (reading->reader, reading->object, "screening", &screening)
      != COACH_STORED_FINE)
    return;
  coach_stored_reader_begin (reading->reader, "screening");
  if (coach_stored_reader_get_date (reading->reader, screening, "cleared", &cleared)
      == COACH_STORED_FINE)
    coach_screening_record_set_cleared (coach_profile_get_screening (reading->profile), &cleared);
  read_list (reading, screening, "answers", "question", read_answer);
  coach_stored_reader_end (reading->reader);
}

static void
read_days (Reading *reading)
{
  GDate day;

  day = long_ago ();
  if (coach_stored_reader_get_date (reading->reader, reading->object, "flare_since", &day)
      != COACH_STORED_NONE)
    coach_profile_set_flare_since (reading->profile, &day);
  if (coach_stored_reader_get_date (reading->reader, reading->object, "welcomed", &day)
      == COACH_STORED_FINE)
    coach_profile_set_welcomed (reading->profile, &day);
}

/* A review that cannot be read is none: it is never assumed. */
static void
read_reviewed (Reading *reading)
{
  JsonObject *reviewed = NULL;

  if (coach_stored_reader_get_object (reading->reader, reading->object, "reviewed", &reviewed)
      != COACH_STORED_FINE)
    return;
  coach_stored_reader_begin (reading->reader, "reviewed");
  for (CoachWarning i = COACH_WARNING_LEFT; i < COACH_N_WARNINGS; i++)
    {
      GDate day;

      g_date_clear (&day, 1);
      if (coach_stored_reader_get_date (reading->reader, reviewed, coach_warning_get_id (i), &day)
          == COACH_STORED_FINE)
        coach_profile_set_reviewed (reading->profile, i, &day);
    }
  coach_stored_reader_end (reading->reader);
}

/* Who must be kept from something that cannot be read is asked everything again. */
static void
forget_screening (CoachProfile *profile)
{
  g_autoptr (CoachScreeningRecord) unasked = coach_screening_record_new ();

  coach_screening_record_copy_from (coach_profile_get_screening (profile), unasked);
  coach_profile_set_welcomed (profile, NULL);
  for (CoachWarning i = COACH_WARNING_LEFT; i < COACH_N_WARNINGS; i++)
    coach_profile_set_reviewed (profile, i, NULL);
}

/*
 * coach_profile_read_json:
 * @profile: a profile of which nothing is known yet
 * @object: what is kept of it
 * @reader: puts down what cannot be read
 *
 * Reads a profile as far as it goes. What does not go is taken for the more careful thing: a word
 * that is not known on a move for "never", an answer for one that was not given, a bench for one
 * without an end. Where a whole list that keeps moves away is lost, the warning signs count as not
 * asked.
 */
void
coach_profile_read_json (CoachProfile      *profile,
                         JsonObject        *object,
                         CoachStoredReader *reader)
{
  Reading reading = { .profile = profile, .object = object, .reader = reader };

  read_conditions (&reading);
  read_side (&reading);
  read_place (&reading);
  read_equipment (&reading);
  read_list (&reading, object, "move_orders", "move", read_move_order);
  read_list (&reading, object, "trait_orders", "trait", read_trait_order);
  read_list (&reading, object, "benches", "move", read_bench);
  read_screening (&reading);
  read_days (&reading);
  read_reviewed (&reading);
  if (reading.is_lost)
    forget_screening (profile);
}
