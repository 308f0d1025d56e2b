#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-progress-words.h"

#include <glib/gi18n.h>

/* The numbers of progress in words, the same on the page and on paper. */

/**
 * coach_progress_format_time:
 * @seconds: a length of time
 *
 * Writes it as in "2 h 14 min". A begun half minute counts as a whole one.
 *
 * Returns: (transfer full): a translated phrase
 */
char *
coach_progress_format_time (guint seconds)
{
  guint minutes = (seconds + 30) / 60;

  if (seconds > 0 && minutes == 0)
    /* Translators: less than a minute */
    return g_strdup (C_ ("length", "< 1 min"));
  if (minutes < 60)
    return g_strdup_printf (ngettext ("%u min", "%u min", minutes), minutes);
  /* Translators: hours and minutes */
  return g_strdup_printf (C_ ("length", "%u h %u min"), minutes / 60, minutes % 60);
}

/**
 * coach_progress_format_mean:
 * @mean: a mean of whole numbers
 *
 * Writes it with one digit after the point.
 *
 * Returns: (transfer full): digits
 */
char *
coach_progress_format_mean (double mean)
{
  return g_strdup_printf ("%.1f", mean);
}

/**
 * coach_progress_format_date:
 * @day: a day
 *
 * Writes a day with its year, as in "9 November 2026".
 *
 * Returns: (transfer full): a translated phrase
 */
char *
coach_progress_format_date (const GDate *day)
{
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  time = g_date_time_new_utc (g_date_get_year (day), (int) g_date_get_month (day),
                              g_date_get_day (day), 12, 0, 0);
  /* Translators: day, month and year; see strftime */
  return g_date_time_format (time, C_ ("date", "%-d %B %Y"));
}

/**
 * coach_progress_format_period:
 * @first: the first day
 * @last: the last day
 *
 * Writes from when to when.
 *
 * Returns: (transfer full): a translated phrase
 */
char *
coach_progress_format_period (const GDate *first,
                              const GDate *last)
{
  g_autofree char *from = coach_progress_format_date (first);
  g_autofree char *to = coach_progress_format_date (last);

  /* Translators: from one day to another */
  return g_strdup_printf (C_ ("period", "%s to %s"), from, to);
}

/**
 * coach_progress_describe_worst:
 * @progress: numbers
 *
 * Writes how the day's worst pain changed from the first week to the last, as in "6.1 → 3.0"; of a
 * shorter time, its mean alone.
 *
 * Returns: (transfer full) (nullable): digits; %NULL when there was no check-in
 */
char *
coach_progress_describe_worst (const CoachProgress *progress)
{
  g_autofree char *last = NULL;
  g_autofree char *first = NULL;

  g_return_val_if_fail (progress != NULL, NULL);

  if (progress->last_week.n_checkin_days == 0)
    return NULL;
  last = coach_progress_format_mean (progress->last_week.worst_mean);
  if (!coach_progress_has_two_weeks (progress))
    return g_steal_pointer (&last);
  first = coach_progress_format_mean (progress->first_week.worst_mean);
  /* Translators: from one number to another; where text runs to the left, so does the arrow */
  return g_strdup_printf (C_ ("change", "%s → %s"), first, last);
}

/**
 * coach_progress_describe_weeks:
 * @progress: numbers
 *
 * Lists how many sessions each week had, oldest first.
 *
 * Returns: (transfer full): a list
 */
char *
coach_progress_describe_weeks (const CoachProgress *progress)
{
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  g_return_val_if_fail (progress != NULL, NULL);

  for (guint i = 0; i < progress->weeks->len; i++)
    {
      g_autofree char *number
          = g_strdup_printf ("%u", g_array_index (progress->weeks, CoachProgressWeek, i).n_sessions);

      g_strv_builder_add (numbers, number);
    }
  list = g_strv_builder_end (numbers);
  return g_strjoinv (C_ ("list", ", "), list);
}
