#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-trend-words.h"

#include <glib/gi18n.h>

#define MORE_NOTE "more-check-ins"

static CoachPainGuide *
get_guide (CoachAppContext *context)
{
  return coach_catalog_get_pain_guide (coach_app_context_get_catalog (context));
}

/* Up and down as the pain goes: up is towards the back. */
static const char *
get_icon_name (CoachTrend trend)
{
  switch (trend)
    {
    case COACH_TREND_RESOLVED:
      return "object-select-symbolic";
    case COACH_TREND_RETREATING:
      return "go-up-symbolic";
    case COACH_TREND_STEADY:
      return "list-remove-symbolic";
    case COACH_TREND_FLARE:
      return "dialog-information-symbolic";
    case COACH_TREND_SPREADING:
      return "go-down-symbolic";
    case COACH_TREND_URGENT:
      return "dialog-warning-symbolic";
    case COACH_TREND_NOT_ENOUGH_DATA:
    default:
      return "dialog-question-symbolic";
    }
}

/* How many check-ins there must be yet for a direction, and of when. */
static char *
describe_more (CoachAppContext        *context,
               const CoachTrendReport *report)
{
  const CoachTrendConstants *constants = coach_pain_guide_get_constants (get_guide (context));
  guint missing = constants->recent_need - MIN (report->n_recent, constants->recent_need);

  if (missing > 0)
    return g_strdup_printf (ngettext ("It takes a check-in on %u more day of this week.",
                                      "It takes check-ins on %u more days of this week.",
                                      missing),
                            missing);
  return g_strdup_printf (ngettext ("The last days are there. It takes %u check-in that is a week "
                                    "or more older than the newest: keep going.",
                                    "The last days are there. It takes %u check-ins that are a "
                                    "week or more older than the newest: keep going.",
                                    constants->base_need),
                          constants->base_need);
}

/* Where that few check-ins are all there is to say, how many more is said in place of the note. */
static char *
dup_note (CoachAppContext        *context,
          const CoachTrendReport *report,
          const char             *id)
{
  if (g_str_equal (id, MORE_NOTE) && report->overall == COACH_TREND_NOT_ENOUGH_DATA)
    return describe_more (context, report);
  return coach_app_context_dup_filled (context, coach_pain_guide_get_note (get_guide (context), id));
}

static char **
collect_notes (CoachAppContext        *context,
               const CoachTrendReport *report,
               gboolean                above)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();

  for (guint i = 0; report->notes[i] != NULL; i++)
    if (coach_trend_note_comes_first (report->notes[i]) == above)
      {
        g_autofree char *note = dup_note (context, report, report->notes[i]);

        g_strv_builder_add (notes, note);
      }
  return g_strv_builder_end (notes);
}

static const char *
get_title (CoachAppContext      *context,
           const CoachTrendSide *found)
{
  return coach_pain_guide_get_advice (get_guide (context), found->trend)->title;
}

/* Each side first, where something was compared. */
static char **
collect_numbers (CoachAppContext        *context,
                 const CoachTrendReport *report)
{
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
  g_auto (GStrv) sentences = coach_trend_report_dup_numbers (report);
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  /* Translators: what the trend of a side is called, as in "Left: About the same." */
  left = g_strdup_printf (_("Left: %s."), get_title (context, &report->left));
  /* Translators: what the trend of a side is called, as in "Right: About the same." */
  right = g_strdup_printf (_("Right: %s."), get_title (context, &report->right));
  if (report->n_recent > 0)
    g_strv_builder_addv (numbers, (const char *[]) { left, right, NULL });
  g_strv_builder_addv (numbers, (const char **) sentences);
  return g_strv_builder_end (numbers);
}

/**
 * coach_trend_words_new:
 * @context: the content and the person
 *
 * Puts into words what the check-ins come to.
 *
 * Returns: (transfer full): the words
 */
CoachTrendWords *
coach_trend_words_new (CoachAppContext *context)
{
  const CoachTrendReport *report;
  const CoachTrendAdvice *advice;
  CoachTrendWords *words;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  report = coach_app_context_get_trend_report (context);
  advice = coach_pain_guide_get_advice (get_guide (context), report->overall);
  words = g_new0 (CoachTrendWords, 1);
  words->trend = report->overall;
  words->icon_name = get_icon_name (report->overall);
  words->title = g_strdup (advice->title);
  words->text = coach_app_context_dup_filled (context, advice->text);
  words->notes_above = collect_notes (context, report, TRUE);
  words->notes_below = collect_notes (context, report, FALSE);
  words->numbers = collect_numbers (context, report);
  return words;
}

/**
 * coach_trend_words_free:
 * @words: (transfer full): words
 *
 * Frees words.
 */
void
coach_trend_words_free (CoachTrendWords *words)
{
  g_return_if_fail (words != NULL);

  g_free (words->title);
  g_free (words->text);
  g_strfreev (words->notes_above);
  g_strfreev (words->notes_below);
  g_strfreev (words->numbers);
  g_free (words);
}
