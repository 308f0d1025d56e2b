#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-progress-page-state.h"

#include <glib/gi18n.h>

#include "coach-phrases.h"
#include "coach-progress-words.h"

/* More would be a list to scroll through, of muscles that had a minute. */
#define MAX_MUSCLES 8
/* One day in a row is no row. */
#define MIN_ROW 2

static void
muscle_row_free (gpointer data)
{
  CoachProgressMuscleRow *row = data;

  g_free (row->name);
  g_free (row->words);
  g_free (row);
}

static void
show_trend (CoachProgressPageState *self,
            const CoachTrendReport *trend,
            CoachPainGuide         *guide)
{
  const CoachTrendAdvice *advice = coach_pain_guide_get_advice (guide, trend->overall);
  g_autoptr (GStrvBuilder) before = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) after = g_strv_builder_new ();

  self->title = g_strdup (advice->title);
  self->text = g_strdup (advice->text);
  for (guint i = 0; trend->notes[i] != NULL; i++)
    g_strv_builder_add (coach_trend_note_comes_first (trend->notes[i]) ? before : after,
                        coach_pain_guide_get_note (guide, trend->notes[i]));
  self->notes_before = g_strv_builder_end (before);
  self->notes_after = g_strv_builder_end (after);
}

static void
show_sessions (CoachProgressCard   *card,
               const CoachProgress *progress)
{
  card->number = g_strdup_printf ("%u", progress->n_sessions);
  /* Translators: below a large number of sessions; %u is the number of days, never 1 */
  card->label = g_strdup_printf (ngettext ("session in %u days", "sessions in %u days",
                                           progress->n_sessions),
                                 progress->n_days);
  if (progress->days_in_a_row >= MIN_ROW)
    card->note = g_strdup_printf (ngettext ("%u day in a row", "%u days in a row",
                                            progress->days_in_a_row),
                                  progress->days_in_a_row);
}

static void
show_time (CoachProgressCard   *card,
           const CoachProgress *progress)
{
  g_autofree char *time = NULL;
  const CoachProgressMuscle *muscle;

  card->number = coach_progress_format_time (progress->worked_s);
  card->label = g_strdup (_("of exercise"));
  if (progress->muscles->len == 0)
    return;
  muscle = &g_array_index (progress->muscles, CoachProgressMuscle, 0);
  time = coach_progress_format_time (coach_progress_muscle_get_total (muscle));
  /* Translators: a muscle and how long it was worked: "piriformis 58 min" */
  card->note = g_strdup_printf (C_ ("muscle", "%s %s"),
                                coach_term_get_name (COACH_TERM_MUSCLE, muscle->id), time);
}

static void
show_pain (CoachProgressCard   *card,
           const CoachProgress *progress)
{
  card->number = coach_progress_describe_worst (progress);
  if (card->number == NULL)
    card->number = g_strdup ("–");
  /* Translators: the mean over a week of each day's worst pain */
  card->label = g_strdup (_("worst pain, weekly mean"));
  if (progress->n_breaks > 0)
    card->note = g_strdup_printf (ngettext ("%u break taken", "%u breaks taken",
                                            progress->n_breaks),
                                  progress->n_breaks);
}

static void
show_weeks (CoachProgressPageState *self,
            const CoachProgress    *progress)
{
  g_autofree char *numbers = coach_progress_describe_weeks (progress);

  for (guint i = 0; i < progress->weeks->len; i++)
    g_array_append_val (self->weeks,
                        g_array_index (progress->weeks, CoachProgressWeek, i).n_sessions);
  /* Translators: a list of numbers, one for each week */
  self->weeks_words = g_strdup_printf (_("Sessions a week, the oldest week first: %s"), numbers);
}

/* What both sides did at once, each of them did. */
static guint
get_side_s (const CoachProgressMuscle *muscle,
            guint                      side)
{
  return muscle->side_s[side] + muscle->both_s;
}

static void
add_muscle (CoachProgressPageState    *self,
            const CoachProgressMuscle *muscle,
            guint                      longest_s)
{
  CoachProgressMuscleRow *row = g_new0 (CoachProgressMuscleRow, 1);
  g_autofree char *left = coach_progress_format_time (get_side_s (muscle, COACH_PROGRESS_LEFT));
  g_autofree char *right = coach_progress_format_time (get_side_s (muscle, COACH_PROGRESS_RIGHT));

  row->name = coach_phrases_begin_large (coach_term_get_name (COACH_TERM_MUSCLE, muscle->id));
  /* Translators: how long a muscle of each side was worked */
  row->words = g_strdup_printf (_("left %s · right %s"), left, right);
  for (guint side = 0; side < COACH_N_PROGRESS_SIDES; side++)
    row->shares[side] = (double) get_side_s (muscle, side) / longest_s;
  g_ptr_array_add (self->muscles, row);
}

static void
show_muscles (CoachProgressPageState *self,
              const CoachProgress    *progress)
{
  guint longest_s = 1;

  for (guint i = 0; i < progress->muscles->len; i++)
    for (guint side = 0; side < COACH_N_PROGRESS_SIDES; side++)
      longest_s = MAX (longest_s,
                       get_side_s (&g_array_index (progress->muscles, CoachProgressMuscle, i), side));
  for (guint i = 0; i < MIN (progress->muscles->len, MAX_MUSCLES); i++)
    add_muscle (self, &g_array_index (progress->muscles, CoachProgressMuscle, i), longest_s);
}

/* What was kept to, and that rest is a part of it. */
static void
show_adherence (CoachProgressPageState *self,
                const CoachProgress    *progress)
{
  self->session_days = g_strdup_printf (ngettext ("%u of %u day", "%u of %u days",
                                                  progress->n_days),
                                        progress->n_session_days, progress->n_days);
  if (progress->n_excused > 0)
    self->rest_days = g_strdup_printf (ngettext ("%u day", "%u days", progress->n_excused),
                                       progress->n_excused);
  else
    self->rest_days = g_strdup ("");
  if (progress->n_sessions == 0)
    self->row_words = g_strdup (_("No session in this time. That is fine: a short one is a good "
                                  "way to begin again."));
  else
    self->row_words = g_strdup (_("Days for rest, in a flare-up or because of a warning sign never "
                                  "break a row of days."));
}

static void
show_sitting (CoachProgressPageState *self,
              const CoachProgress    *progress)
{
  if (progress->n_sitting_days == 0)
    {
      self->sitting = g_strdup ("");
      self->breaks = g_strdup ("");
      return;
    }
  self->sitting = coach_progress_format_time (progress->sat_s / progress->n_sitting_days);
  self->breaks = coach_progress_format_mean ((double) progress->n_breaks
                                             / progress->n_sitting_days);
}

/**
 * coach_progress_page_state_from:
 * @progress: the numbers of the days that are shown
 * @trend: where it is going now
 * @guide: the texts of the trend
 *
 * Makes what the page shows.
 *
 * Returns: (transfer full): a state
 */
CoachProgressPageState *
coach_progress_page_state_from (const CoachProgress    *progress,
                                const CoachTrendReport *trend,
                                CoachPainGuide         *guide)
{
  CoachProgressPageState *self;
  GDate last;

  g_return_val_if_fail (progress != NULL && trend != NULL, NULL);
  g_return_val_if_fail (COACH_IS_PAIN_GUIDE (guide), NULL);

  self = g_new0 (CoachProgressPageState, 1);
  self->weeks = g_array_new (FALSE, FALSE, sizeof (guint));
  self->muscles = g_ptr_array_new_with_free_func (muscle_row_free);
  last = coach_progress_get_date (progress, progress->n_days - 1);
  self->period = coach_progress_format_period (&progress->first, &last);
  self->has_nothing = coach_progress_is_empty (progress);
  show_trend (self, trend, guide);
  show_sessions (&self->cards[0], progress);
  show_time (&self->cards[1], progress);
  show_pain (&self->cards[2], progress);
  show_weeks (self, progress);
  show_muscles (self, progress);
  show_adherence (self, progress);
  show_sitting (self, progress);
  return self;
}

/**
 * coach_progress_page_state_free:
 * @self: (nullable): a state
 *
 * Frees it.
 */
void
coach_progress_page_state_free (CoachProgressPageState *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->text);
  g_strfreev (self->notes_before);
  g_strfreev (self->notes_after);
  g_free (self->period);
  for (guint i = 0; i < COACH_N_PROGRESS_CARDS; i++)
    {
      g_free (self->cards[i].number);
      g_free (self->cards[i].label);
      g_free (self->cards[i].note);
    }
  g_array_unref (self->weeks);
  g_free (self->weeks_words);
  g_ptr_array_unref (self->muscles);
  g_free (self->session_days);
  g_free (self->rest_days);
  g_free (self->row_words);
  g_free (self->sitting);
  g_free (self->breaks);
  g_free (self);
}

static guint
get_n_days (CoachProgressZoom zoom)
{
  switch (zoom)
    {
    case COACH_PROGRESS_WEEK:
      return 7;
    case COACH_PROGRESS_YEAR:
      return 52 * 7;
    case COACH_PROGRESS_MONTH:
    default:
      return 4 * 7;
    }
}

/**
 * coach_progress_zoom_get_period:
 * @zoom: how much time
 * @today: the local day
 * @n_back: how many times as much lies between its end and today
 * @first: (out): the first day
 * @last: (out): the last day
 *
 * Finds the days of a look.
 */
void
coach_progress_zoom_get_period (CoachProgressZoom  zoom,
                                const GDate       *today,
                                guint              n_back,
                                GDate             *first,
                                GDate             *last)
{
  g_return_if_fail (today != NULL && g_date_valid (today));
  g_return_if_fail (first != NULL && last != NULL);

  *last = *today;
  g_date_subtract_days (last, get_n_days (zoom) * n_back);
  *first = *last;
  g_date_subtract_days (first, get_n_days (zoom) - 1);
}
