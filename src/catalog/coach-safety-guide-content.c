#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-safety-guide-private.h"

#include "coach-movement.h"
#include "coach-term.h"

#include <string.h>

/* Reads safety.json. */

#define MAX_SCORE 10
#define N_TESTS   6

/* Takes an array of words; @bits gives the bit of a word. Returns 0 where there is no such array. */
typedef gboolean (*BitFunc) (const char *id,
                             guint      *bit);

static gboolean
get_flag_bit (const char *id,
              guint      *bit)
{
  CoachPainFlags flag;

  if (!coach_pain_flag_from_id (id, &flag))
    return FALSE;
  *bit = flag;
  return TRUE;
}

static gboolean
get_trend_bit (const char *id,
               guint      *bit)
{
  CoachTrend trend;

  if (!coach_trend_from_id (id, &trend))
    return FALSE;
  *bit = 1u << trend;
  return TRUE;
}

static guint
read_bits (CoachContentReader *reader,
           const char         *member,
           BitFunc             func)
{
  g_auto (GStrv) ids = NULL;
  guint bits = 0;

  if (!coach_content_reader_has (reader, member))
    return 0;
  ids = coach_content_reader_dup_ids (reader, member, 1, COACH_N_TRENDS);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *where = g_strdup_printf ("%s[%u]", member, i);
      guint bit = 0;

      if (!func (ids[i], &bit))
        coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, where, "%s is unknown",
                                   ids[i]);
      bits |= bit;
    }
  return bits;
}

static guint
read_points (CoachContentReader *reader,
             const char         *member)
{
  return coach_content_reader_has (reader, member)
             ? coach_content_reader_get_uint (reader, member, 1, MAX_SCORE)
             : 0;
}

/* What is asked is asked: false would read as if the opposite were. */
static gboolean
read_true (CoachContentReader *reader,
           const char         *member)
{
  if (!coach_content_reader_has (reader, member))
    return FALSE;
  if (!coach_content_reader_get_boolean (reader, member))
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, member,
                               "must be true, or left out");
  return TRUE;
}

/* A test that asks for nothing would always hold. Before a session there is nothing to compare
 * with, and members that compare stay unknown. */
static void
read_test (CoachContentReader *reader,
           CoachPainMoment     moment,
           CoachPainTest      *test)
{
  test->any_min = read_points (reader, "any_min");
  test->now_min = read_points (reader, "now_min");
  test->both_legs = read_true (reader, "both_legs");
  test->flags = (CoachPainFlags) read_bits (reader, "flags", get_flag_bit);
  test->trends = read_bits (reader, "verdict", get_trend_bit);
  if (moment != COACH_PAIN_BEFORE)
    {
      test->rise_min = read_points (reader, "rise_min");
      test->further_down = read_true (reader, "further_down");
      test->new_flags = (CoachPainFlags) read_bits (reader, "new_flags", get_flag_bit);
    }
  if (test->any_min + test->now_min + test->rise_min == 0 && !test->both_legs
      && !test->further_down && (test->flags | test->new_flags) == 0 && test->trends == 0)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, NULL, "asks for nothing");
}

static void
read_tests (CoachSafetyGuide   *self,
            CoachContentReader *reader,
            CoachPainMoment     moment,
            CoachPainColour     colour)
{
  const char *member = colour == COACH_PAIN_SAME_DAY ? "same_day"
                                                     : coach_pain_colour_get_id (colour);
  guint n = coach_content_reader_begin_array (reader, member, 1, N_TESTS);

  for (guint i = 0; i < n && !coach_content_reader_failed (reader); i++)
    {
      CoachPainTest test = { 0 };

      coach_content_reader_begin_element (reader, i);
      read_test (reader, moment, &test);
      coach_content_reader_end (reader);
      g_array_append_val (self->tests[moment][colour], test);
    }
  coach_content_reader_end (reader);
}

static void
read_moment (CoachSafetyGuide   *self,
             CoachContentReader *reader,
             const char         *member,
             CoachPainMoment     moment)
{
  coach_content_reader_begin_object (reader, member);
  if (moment == COACH_PAIN_NEXT_MORNING)
    read_tests (self, reader, moment, COACH_PAIN_SAME_DAY);
  read_tests (self, reader, moment, COACH_PAIN_RED);
  read_tests (self, reader, moment, COACH_PAIN_AMBER);
  coach_content_reader_end (reader);
}

static void
read_moments (CoachSafetyGuide   *self,
              CoachContentReader *reader)
{
  read_moment (self, reader, "before", COACH_PAIN_BEFORE);
  coach_content_reader_begin_object (reader, "during");
  read_moment (self, reader, "leg", COACH_PAIN_DURING_LEG);
  read_moment (self, reader, "back", COACH_PAIN_DURING_BACK);
  coach_content_reader_end (reader);
  read_moment (self, reader, "hour_after", COACH_PAIN_HOUR_AFTER);
  read_moment (self, reader, "next_morning", COACH_PAIN_NEXT_MORNING);
}

static void
read_rows_and_doses (CoachSafetyNumbers *numbers,
                     CoachContentReader *reader)
{
  coach_content_reader_begin_object (reader, "rows");
  numbers->ambers_count_as_red
      = coach_content_reader_get_uint (reader, "ambers_count_as_red", 1, 10);
  numbers->greens_for_step_up
      = coach_content_reader_get_uint (reader, "greens_for_step_up", 1, 20);
  numbers->greens_after_half_dose
      = coach_content_reader_get_uint (reader, "greens_after_half_dose", 1, 20);
  numbers->red_mornings_to_clinician
      = coach_content_reader_get_uint (reader, "red_mornings_to_clinician", 1, 10);
  coach_content_reader_end (reader);
  coach_content_reader_begin_object (reader, "dose");
  numbers->half_dose = coach_content_reader_get_double (reader, "half", 0, 1);
  numbers->amber_pause_s
      = coach_content_reader_get_uint (reader, "amber_pause_seconds", 1, 600);
  coach_content_reader_end (reader);
}

static void
read_moves_left_out (CoachSafetyNumbers *numbers,
                     CoachContentReader *reader)
{
  coach_content_reader_begin_object (reader, "leave_out_days");
  numbers->out_after_amber_twice_days
      = coach_content_reader_get_uint (reader, "after_amber_twice", 1, 365);
  numbers->out_after_burning_days
      = coach_content_reader_get_uint (reader, "after_burning_that_went", 1, 365);
  numbers->out_after_red_days = coach_content_reader_get_uint (reader, "after_red", 1, 365);
  coach_content_reader_end (reader);
  coach_content_reader_begin_object (reader, "stops");
  numbers->stops_window_days = coach_content_reader_get_uint (reader, "window_days", 1, 365);
  numbers->stops_to_drop = coach_content_reader_get_uint (reader, "to_drop", 1, 20);
  coach_content_reader_end (reader);
  numbers->settle_s = coach_content_reader_get_uint (reader, "settle_seconds", 1, 600);
}

static void
read_flare_and_clinician (CoachSafetyNumbers *numbers,
                          CoachContentReader *reader)
{
  coach_content_reader_begin_object (reader, "clinician");
  numbers->clinician_weekly_limit_days
      = coach_content_reader_get_uint (reader, "weekly_limit_days", 1, 60);
  numbers->worse_weeks = coach_content_reader_get_uint (reader, "worse_weeks", 1, 20);
  numbers->numbness_weeks = coach_content_reader_get_uint (reader, "numbness_weeks", 1, 20);
  coach_content_reader_end (reader);
  coach_content_reader_begin_object (reader, "flare");
  numbers->flare_worse_days = coach_content_reader_get_uint (reader, "worse_days", 1, 30);
  numbers->flare_better_days = coach_content_reader_get_uint (reader, "better_days", 1, 30);
  numbers->flare_rest_factor = coach_content_reader_get_uint (reader, "rest_factor", 1, 10);
  coach_content_reader_end (reader);
}

static void
check_between (CoachContentReader *reader,
               guint               minutes,
               guint               min,
               guint               max)
{
  if (minutes < min || minutes > max)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "minutes",
                               "is %u, must be from min to max", minutes);
}

static void
read_pack (CoachPackNumbers   *pack,
           CoachContentReader *reader,
           const char         *member)
{
  coach_content_reader_begin_object (reader, member);
  pack->minutes = coach_content_reader_get_uint (reader, "minutes", 1, 60);
  pack->min_minutes = coach_content_reader_get_uint (reader, "min", 1, 60);
  pack->max_minutes = coach_content_reader_get_uint (reader, "max", 1, 60);
  pack->skin_check_minute = coach_content_reader_get_uint (reader, "skin_check_minute", 1, 60);
  pack->gap_hours = coach_content_reader_get_uint (reader, "gap_hours", 1, 24);
  pack->per_day = coach_content_reader_get_uint (reader, "per_day", 1, 24);
  pack->remind_minutes = coach_content_reader_get_uint (reader, "remind_minutes", 1, 60);
  check_between (reader, pack->minutes, pack->min_minutes, pack->max_minutes);
  if (pack->skin_check_minute > pack->min_minutes)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "skin_check_minute",
                               "is %u, but a pack may be off by then", pack->skin_check_minute);
  coach_content_reader_end (reader);
}

/* A time of day, "08:00". Returns minutes from midnight, 0 where it is none. */
static guint
parse_time (CoachContentReader *reader,
            const char         *text,
            const char         *where)
{
  gboolean is_time = strlen (text) == 5 && text[2] == ':';

  for (guint i = 0; i < 5 && is_time; i++)
    is_time = i == 2 || g_ascii_isdigit (text[i]);
  if (is_time)
    {
      guint hours = (guint) (text[0] - '0') * 10 + (guint) (text[1] - '0');
      guint minutes = (guint) (text[3] - '0') * 10 + (guint) (text[4] - '0');

      if (hours < 24 && minutes < 60)
        return hours * 60 + minutes;
    }
  coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, where,
                             "must be a time like 08:00");
  return 0;
}

static void
read_hours (CoachSittingNumbers *sitting,
            CoachContentReader  *reader)
{
  g_auto (GStrv) hours = coach_content_reader_dup_strings (reader, "hours", 2, 2, 5);

  if (coach_content_reader_failed (reader))
    return;
  sitting->begins_minute = parse_time (reader, hours[0], "hours[0]");
  sitting->ends_minute = parse_time (reader, hours[1], "hours[1]");
  if (sitting->begins_minute >= sitting->ends_minute)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "hours",
                               "must end later than they begin");
}

static void
read_breaks (CoachSittingNumbers *sitting,
             CoachContentReader  *reader)
{
  sitting->break_minutes = coach_content_reader_get_uint (reader, "break_minutes", 1, 60);
  sitting->locked_break_minutes
      = coach_content_reader_get_uint (reader, "locked_break_minutes", 1, 60);
  sitting->absence_repays = coach_content_reader_get_uint (reader, "absence_repays", 1, 10);
  sitting->standing_minutes = coach_content_reader_get_uint (reader, "standing_minutes", 1, 240);
}

static void
read_offers (CoachSittingNumbers *sitting,
             CoachContentReader  *reader)
{
  sitting->offer_when_sore
      = coach_content_reader_get_uint (reader, "offer_when_sore", sitting->min_minutes,
                                       sitting->max_minutes);
  sitting->sore_from_pain = coach_content_reader_get_uint (reader, "sore_from_pain", 1, MAX_SCORE);
  sitting->offer_when_quiet
      = coach_content_reader_get_uint (reader, "offer_when_quiet", sitting->min_minutes,
                                       sitting->max_minutes);
}

static void
read_sitting (CoachSittingNumbers *sitting,
              CoachContentReader  *reader)
{
  coach_content_reader_begin_object (reader, "sitting");
  sitting->minutes = coach_content_reader_get_uint (reader, "minutes", 1, 240);
  sitting->min_minutes = coach_content_reader_get_uint (reader, "min", 1, 240);
  sitting->max_minutes = coach_content_reader_get_uint (reader, "max", 1, 240);
  check_between (reader, sitting->minutes, sitting->min_minutes, sitting->max_minutes);
  read_offers (sitting, reader);
  read_breaks (sitting, reader);
  sitting->later_minutes = coach_content_reader_get_uint (reader, "later_minutes", 1, 120);
  sitting->repeats = coach_content_reader_get_uint (reader, "repeats", 0, 5);
  sitting->later_in_row_pauses_day
      = coach_content_reader_get_uint (reader, "later_in_row_pauses_day", 1, 20);
  read_hours (sitting, reader);
  sitting->quiet_after_wake_minutes
      = coach_content_reader_get_uint (reader, "quiet_after_wake_minutes", 0, 120);
  sitting->typing_wait_s = coach_content_reader_get_uint (reader, "typing_wait_seconds", 0, 600);
  coach_content_reader_end (reader);
}

/* Sentences that are said one after the other. */
static char **
dup_spoken_texts (CoachContentReader *reader,
                  const char         *member)
{
  g_auto (GStrv) english = coach_content_reader_dup_strings (reader, member, 1, 3, 110);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; english[i] != NULL; i++)
    {
      g_autofree char *where = g_strdup_printf ("%s[%u]", member, i);
      g_autofree char *text = coach_content_reader_translate (reader, "getting up", english[i]);

      coach_content_reader_check_words (reader, where, english[i], COACH_SPOKEN_MAX_WORDS);
      g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
}

static void
read_ways_down_and_up (CoachSafetyGuide   *self,
                       CoachContentReader *reader)
{
  const char * const *positions = coach_term_list_ids (COACH_TERM_POSITION);
  g_autofree char *down = coach_content_reader_dup_spoken (reader, "lie_down",
                                                           COACH_SPOKEN_MAX_WORDS);

  if (down != NULL)
    self->lie_down = coach_content_reader_translate (reader, "getting down", down);
  coach_content_reader_begin_object (reader, "rise");
  for (guint i = 0; positions[i] != NULL; i++)
    g_ptr_array_add (self->rise, dup_spoken_texts (reader, positions[i]));
  coach_content_reader_end (reader);
}

static void
read_texts (CoachSafetyGuide   *self,
            CoachContentReader *reader)
{
  static const struct
  {
    const char *member;
    guint       max_chars;
  } texts[COACH_N_SAFETY_TEXTS] = {
    [COACH_SAFETY_TEXT_DISCLAIMER_SHORT] = { "disclaimer_short", 330 },
    [COACH_SAFETY_TEXT_DISCLAIMER_LONG]  = { "disclaimer_long", 900 },
    [COACH_SAFETY_TEXT_WATER]            = { "water", 240 },
    [COACH_SAFETY_TEXT_WATER_NUMBER]     = { "water_number", 240 },
    [COACH_SAFETY_TEXT_HEAT_QUESTION]    = { "heat_question", 110 },
    [COACH_SAFETY_TEXT_SKIN_CHECK]       = { "skin_check", 130 },
    [COACH_SAFETY_TEXT_STOP]             = { "stop", 130 },
    [COACH_SAFETY_TEXT_PULL]             = { "pull", 110 },
    [COACH_SAFETY_TEXT_SEEK_HELP]        = { "seek_help", 110 },
    [COACH_SAFETY_TEXT_TAKE_SCREEN]      = { "take_screen", 110 },
  };

  coach_content_reader_begin_object (reader, "texts");
  for (guint i = 0; i < COACH_N_SAFETY_TEXTS; i++)
    self->texts[i]
        = i == COACH_SAFETY_TEXT_DISCLAIMER_LONG
              ? coach_content_reader_dup_filled_text (reader, texts[i].member, "safety text",
                                                      texts[i].max_chars)
              : coach_content_reader_dup_text (reader, texts[i].member, "safety text",
                                               texts[i].max_chars);
  coach_content_reader_end (reader);
}

/* Reads safety.json, from a reader at its beginning. */
CoachSafetyGuide *
coach_safety_guide_read (CoachContentReader *reader)
{
  CoachSafetyGuide *self = g_object_new (COACH_TYPE_SAFETY_GUIDE, NULL);

  coach_content_reader_begin_root (reader);
  coach_content_reader_get_uint (reader, "version", 1, 1);
  read_moments (self, reader);
  read_rows_and_doses (&self->numbers, reader);
  read_moves_left_out (&self->numbers, reader);
  read_flare_and_clinician (&self->numbers, reader);
  read_pack (&self->packs[COACH_PACK_HEAT], reader, "heat");
  read_pack (&self->packs[COACH_PACK_COLD], reader, "cold");
  read_sitting (&self->sitting, reader);
  read_ways_down_and_up (self, reader);
  read_texts (self, reader);
  coach_content_reader_end (reader);
  return self;
}
