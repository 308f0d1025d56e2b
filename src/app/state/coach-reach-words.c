#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-reach-words.h"

#include <glib/gi18n.h>

#include "coach-phrases.h"

/* The reach chart in words, for those who listen and for the line below it. */

static char *
format_date (const GDate           *first_day,
             const CoachReachPoint *point)
{
  GDate date = *first_day;

  g_date_add_days (&date, point->day);
  return coach_phrases_format_day (&date);
}

/**
 * coach_reach_words_describe_reach:
 * @reach: a rank; 0 for none
 *
 * Says how far down it reached, as in "Calf".
 *
 * Returns: (transfer full): a translated phrase
 */
char *
coach_reach_words_describe_reach (guint reach)
{
  if (reach == 0)
    return g_strdup (C_ ("reach", "No pain worth noting"));
  return g_strdup (coach_reach_get_rank_name (reach));
}

/**
 * coach_reach_words_describe_flags:
 * @flags: what a leg felt besides pain
 *
 * Lists them, as in "numb or tingling, weak".
 *
 * Returns: (transfer full): a translated list; empty when there are none
 */
char *
coach_reach_words_describe_flags (CoachPainFlags flags)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if ((flags & COACH_PAIN_NUMBNESS) != 0)
    g_strv_builder_add (names, C_ ("flag", "numb or tingling"));
  if ((flags & COACH_PAIN_WEAKNESS) != 0)
    g_strv_builder_add (names, C_ ("flag", "weak"));
  if ((flags & COACH_PAIN_BURNING) != 0)
    g_strv_builder_add (names, C_ ("flag", "burning"));
  list = g_strv_builder_end (names);
  return g_strjoinv (C_ ("list", ", "), list);
}

/**
 * coach_reach_words_describe_day:
 * @first_day: the first day of the chart
 * @point: a day
 *
 * Says what a dot stands for, as in "12 November · Calf · 5 of 10 · numb or tingling".
 *
 * Returns: (transfer full): a translated phrase
 */
char *
coach_reach_words_describe_day (const GDate           *first_day,
                                const CoachReachPoint *point)
{
  g_autofree char *date = NULL;
  g_autofree char *reach = NULL;
  g_autofree char *flags = NULL;

  g_return_val_if_fail (first_day != NULL && point != NULL, NULL);

  date = format_date (first_day, point);
  reach = coach_reach_words_describe_reach (point->reach);
  flags = coach_reach_words_describe_flags (point->flags);
  if (*flags == '\0' && point->reach == 0)
    /* Translators: a day, and how far down pain reached on it */
    return g_strdup_printf (_("%s · %s"), date, reach);
  if (point->reach == 0)
    /* Translators: a day, how far down pain reached, and what else was felt */
    return g_strdup_printf (_("%s · %s · %s"), date, reach, flags);
  if (*flags == '\0')
    /* Translators: a day, how far down pain reached, and how much it hurt there */
    return g_strdup_printf (_("%s · %s · %u of 10"), date, reach, point->score);
  /* Translators: a day, how far down pain reached, how much it hurt there, what else was felt */
  return g_strdup_printf (_("%s · %s · %u of 10 · %s"), date, reach, point->score, flags);
}

/**
 * coach_reach_words_describe_line:
 * @title: whose leg
 * @first_day: the first day of the chart
 * @points: (array length=n_points): the days with a check-in
 * @n_points: how many
 *
 * Says what the whole line shows, as in "Left leg, 11 check-ins: Foot on 9 November, Buttock on 22
 * November".
 *
 * Returns: (transfer full): a translated phrase
 */
char *
coach_reach_words_describe_line (const char            *title,
                                 const GDate           *first_day,
                                 const CoachReachPoint *points,
                                 guint                  n_points)
{
  g_autofree char *from = NULL;
  g_autofree char *from_reach = NULL;
  g_autofree char *to = NULL;
  g_autofree char *to_reach = NULL;

  g_return_val_if_fail (title != NULL && first_day != NULL, NULL);

  if (n_points == 0)
    /* Translators: whose leg */
    return g_strdup_printf (_("%s: no check-in in this time"), title);
  from = format_date (first_day, &points[0]);
  from_reach = coach_reach_words_describe_reach (points[0].reach);
  if (n_points == 1)
    /* Translators: whose leg, how far down pain reached, and a day */
    return g_strdup_printf (_("%s: %s on %s"), title, from_reach, from);
  to = format_date (first_day, &points[n_points - 1]);
  to_reach = coach_reach_words_describe_reach (points[n_points - 1].reach);
  /* Translators: whose leg, days with a check-in, then twice how far down pain reached and a day:
   * "Left leg, 11 days: Foot on 9 November, Buttock on 22 November" */
  return g_strdup_printf (ngettext ("%s, %u day: %s on %s, %s on %s",
                                    "%s, %u days: %s on %s, %s on %s", n_points),
                          title, n_points, from_reach, from, to_reach, to);
}
