#define G_LOG_DOMAIN "coach-reminder"

#include "config.h"

#include "coach-reminder-hours.h"

#include "coach-reminder-error.h"

#include <string.h>

#define MINUTES_OF_DAY 1440

/* "08:00", and "24:00" where @is_end. */
static gboolean
parse_time (const char *text,
            gboolean    is_end,
            guint      *minute)
{
  guint hours, minutes;

  if (strlen (text) != 5 || text[2] != ':')
    return FALSE;
  for (guint i = 0; i < 5; i++)
    if (i != 2 && !g_ascii_isdigit (text[i]))
      return FALSE;
  hours = (guint) (text[0] - '0') * 10 + (guint) (text[1] - '0');
  minutes = (guint) (text[3] - '0') * 10 + (guint) (text[4] - '0');
  *minute = hours * 60 + minutes;
  return minutes < 60 && *minute <= (is_end ? MINUTES_OF_DAY : MINUTES_OF_DAY - 1);
}

static gboolean
is_within (guint begins,
           guint ends,
           guint minute)
{
  if (begins < ends)
    return begins <= minute && minute < ends;
  return minute >= begins || minute < ends;
}

/* Two ranges share a minute exactly when one of them holds the first minute of the other. */
static gboolean
overlaps (const CoachReminderHours *hours,
          guint                     begins,
          guint                     ends)
{
  for (guint i = 0; i < hours->n_ranges; i++)
    if (is_within (hours->ranges[i].begins, hours->ranges[i].ends, begins)
        || is_within (begins, ends, hours->ranges[i].begins))
      return TRUE;
  return FALSE;
}

static gboolean
parse_range (const char          *text,
             CoachReminderHours  *hours,
             GError             **error)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", 0);
  guint begin, end;

  if (g_strv_length (ends) != 2 || !parse_time (g_strstrip (ends[0]), FALSE, &begin)
      || !parse_time (g_strstrip (ends[1]), TRUE, &end))
    g_set_error (error, COACH_REMINDER_ERROR, COACH_REMINDER_ERROR_HOURS,
                 "“%s” must be two times, like 08:00-12:00", text);
  else if (begin == end)
    g_set_error (error, COACH_REMINDER_ERROR, COACH_REMINDER_ERROR_HOURS,
                 "“%s” ends when it begins; a whole day is 00:00-24:00", text);
  else if (overlaps (hours, begin, end))
    g_set_error (error, COACH_REMINDER_ERROR, COACH_REMINDER_ERROR_HOURS,
                 "“%s” overlaps with another range", text);
  else if (hours->n_ranges == COACH_REMINDER_MAX_RANGES)
    g_set_error (error, COACH_REMINDER_ERROR, COACH_REMINDER_ERROR_HOURS,
                 "there are more than %u ranges", COACH_REMINDER_MAX_RANGES);
  else
    {
      hours->ranges[hours->n_ranges].begins = begin;
      hours->ranges[hours->n_ranges++].ends = end;
      return TRUE;
    }
  return FALSE;
}

/**
 * coach_reminder_hours_parse:
 * @text: ranges, as in "08:00-12:00,13:00-18:00"; "22:00-02:00" goes over midnight, and nothing at
 *   all is any time
 * @hours: (out): the hours; untouched on error
 * @error: says which range is wrong, and why
 *
 * Reads the hours from a setting.
 *
 * Returns: whether they could be read
 */
gboolean
coach_reminder_hours_parse (const char          *text,
                            CoachReminderHours  *hours,
                            GError             **error)
{
  g_auto (GStrv) ranges = NULL;
  g_autofree char *whole = NULL;
  CoachReminderHours read = { 0 };

  g_return_val_if_fail (text != NULL && hours != NULL, FALSE);

  whole = g_strstrip (g_strdup (text));
  ranges = g_strsplit (whole, ",", 0);
  for (guint i = 0; ranges[i] != NULL; i++)
    if (!parse_range (g_strstrip (ranges[i]), &read, error))
      return FALSE;
  *hours = read;
  return TRUE;
}

/**
 * coach_reminder_hours_to_text:
 * @hours: hours
 *
 * Writes the hours for a setting.
 *
 * Returns: (transfer full): what [func@reminder_hours_parse] reads
 */
char *
coach_reminder_hours_to_text (const CoachReminderHours *hours)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (hours != NULL, NULL);

  for (guint i = 0; i < hours->n_ranges; i++)
    g_string_append_printf (text, "%s%02u:%02u-%02u:%02u", i > 0 ? "," : "",
                            hours->ranges[i].begins / 60, hours->ranges[i].begins % 60,
                            hours->ranges[i].ends / 60, hours->ranges[i].ends % 60);
  return g_string_free (text, FALSE);
}

/**
 * coach_reminder_hours_contain:
 * @hours: hours
 * @time: a local time
 *
 * Tells whether a reminder may come.
 *
 * Returns: whether @time is within one of the ranges, or there are none
 */
gboolean
coach_reminder_hours_contain (const CoachReminderHours *hours,
                              GDateTime                *time)
{
  guint minute;

  g_return_val_if_fail (hours != NULL && time != NULL, TRUE);

  minute = (guint) (g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time));
  for (guint i = 0; i < hours->n_ranges; i++)
    if (is_within (hours->ranges[i].begins, hours->ranges[i].ends, minute))
      return TRUE;
  return hours->n_ranges == 0;
}

/* @minute of the day that is @days later, if that comes after @after and before *@next. */
static void
take_earlier (GDateTime  *after,
              int         days,
              guint       minute,
              GDateTime **next)
{
  g_autoptr (GDateTime) day = g_date_time_add_days (after, days);
  g_autoptr (GDateTime) time
      = g_date_time_new (g_date_time_get_timezone (after), g_date_time_get_year (day),
                         g_date_time_get_month (day), g_date_time_get_day_of_month (day),
                         (int) minute / 60, (int) minute % 60, 0);

  if (time == NULL || g_date_time_compare (time, after) <= 0
      || (*next != NULL && g_date_time_compare (time, *next) >= 0))
    return;
  g_clear_pointer (next, g_date_time_unref);
  *next = g_steal_pointer (&time);
}

/**
 * coach_reminder_hours_next_change:
 * @hours: hours
 * @after: a local time
 *
 * Gets when a range begins or ends next, in the zone of @after: on a day on which the clocks change
 * that may be an hour sooner or later than it seems.
 *
 * Returns: (transfer full) (nullable): a time after @after; %NULL when there are no ranges
 */
GDateTime *
coach_reminder_hours_next_change (const CoachReminderHours *hours,
                                  GDateTime                *after)
{
  GDateTime *next = NULL;

  g_return_val_if_fail (hours != NULL && after != NULL, NULL);

  for (int days = 0; days <= 1; days++)
    for (guint i = 0; i < hours->n_ranges; i++)
      {
        take_earlier (after, days, hours->ranges[i].begins, &next);
        take_earlier (after, days + (int) hours->ranges[i].ends / MINUTES_OF_DAY,
                      hours->ranges[i].ends % MINUTES_OF_DAY, &next);
      }
  return next;
}
