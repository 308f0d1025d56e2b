#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <glib/gi18n.h>

#include "coach-ctl.h"

static CoachPainGuide *
get_guide (CoachCtl *ctl)
{
  return coach_catalog_get_pain_guide (ctl->catalog);
}

static void
add_side (CoachCtl             *ctl,
          const char           *member,
          const CoachTrendSide *side)
{
  json_builder_set_member_name (ctl->json, member);
  json_builder_begin_object (ctl->json);
  coach_ctl_add_int (ctl->json, "usual_reach", side->usual_reach);
  coach_ctl_add_int (ctl->json, "recent_reach", side->recent_reach);
  coach_ctl_add_int (ctl->json, "newest_reach", side->newest_reach);
  coach_ctl_add_int (ctl->json, "usual_score", side->usual_score);
  coach_ctl_add_int (ctl->json, "recent_score", side->recent_score);
  coach_ctl_add_int (ctl->json, "newest_score", side->newest_score);
  json_builder_end_object (ctl->json);
}

static void
add_numbers (CoachCtl               *ctl,
             const CoachTrendReport *report)
{
  json_builder_set_member_name (ctl->json, "numbers");
  json_builder_begin_object (ctl->json);
  coach_ctl_add_int (ctl->json, "days", report->n_days);
  coach_ctl_add_int (ctl->json, "age_days", report->age_days);
  coach_ctl_add_int (ctl->json, "recent_days", report->n_recent);
  coach_ctl_add_int (ctl->json, "usual_days", report->n_usual);
  add_side (ctl, "left", &report->left);
  add_side (ctl, "right", &report->right);
  json_builder_end_object (ctl->json);
}

static void
add_report (CoachCtl               *ctl,
            const CoachTrendReport *report)
{
  json_builder_begin_object (ctl->json);
  coach_ctl_add_string (ctl->json, "overall", coach_trend_get_id (report->overall));
  coach_ctl_add_string (ctl->json, "left", coach_trend_get_id (report->left.trend));
  coach_ctl_add_string (ctl->json, "right", coach_trend_get_id (report->right.trend));
  coach_ctl_add_strings (ctl->json, "notes", (const char * const *) report->notes);
  add_numbers (ctl, report);
  json_builder_end_object (ctl->json);
}

static void
print_side (CoachCtl             *ctl,
            const char           *side,
            const CoachTrendSide *found)
{
  const CoachTrendAdvice *advice = coach_pain_guide_get_advice (get_guide (ctl), found->trend);
  g_autofree char *line = NULL;

  /* Translators: a side of the body, and what its trend is called, as in "Left: About the same." */
  line = g_strdup_printf (_("%s: %s."), side, advice->title);
  coach_ctl_print (ctl->text, "", line);
  if (found->trend == COACH_TREND_RESOLVED && advice->side_text != NULL)
    coach_ctl_print (ctl->text, "  ", advice->side_text);
}

/* What to do at once comes before what the trend is called. */
static void
print_notes (CoachCtl               *ctl,
             const CoachTrendReport *report,
             gboolean                first)
{
  guint n_printed = 0;

  for (guint i = 0; report->notes[i] != NULL; i++)
    {
      const char *text = coach_pain_guide_get_note (get_guide (ctl), report->notes[i]);
      g_autofree char *note = coach_screening_fill (text, ctl->help->emergency,
                                                    ctl->help->advice_line);

      if (coach_trend_note_comes_first (report->notes[i]) != first)
        continue;
      if (n_printed++ == 0 && !first)
        coach_ctl_print_heading (ctl->text, _("Notes"));
      coach_ctl_print (ctl->text, first ? "" : "  - ", note);
    }
  if (first && n_printed > 0)
    g_string_append_c (ctl->text, '\n');
}

static void
print_numbers (CoachCtl               *ctl,
               const CoachTrendReport *report)
{
  g_auto (GStrv) numbers = coach_trend_report_dup_numbers (report);

  coach_ctl_print_heading (ctl->text, _("Why"));
  coach_ctl_print_list (ctl->text, (const char * const *) numbers, FALSE);
}

static void
print_report (CoachCtl               *ctl,
              const CoachTrendReport *report)
{
  const CoachTrendAdvice *advice = coach_pain_guide_get_advice (get_guide (ctl), report->overall);

  print_notes (ctl, report, TRUE);
  coach_ctl_print (ctl->text, "", advice->title);
  coach_ctl_print (ctl->text, "", advice->text);
  g_string_append_c (ctl->text, '\n');
  print_side (ctl, C_ ("side", "Left"), &report->left);
  print_side (ctl, C_ ("side", "Right"), &report->right);
  print_notes (ctl, report, FALSE);
  print_numbers (ctl, report);
  coach_ctl_print_heading (ctl->text,
                           coach_safety_guide_get_text (
                               coach_catalog_get_safety_guide (ctl->catalog),
                               COACH_SAFETY_TEXT_SEEK_HELP));
}

/* The command line goes before the file, and the file before the clock. */
static GDateTime *
get_now (CoachCtl               *ctl,
         const CoachCtlCheckins *found)
{
  return ctl->is_now_named || found->now == NULL ? ctl->now : found->now;
}

/**
 * coach_ctl_trend:
 * @ctl: the program; its operand is a file of check-ins
 *
 * Judges check-ins: whether pain reaches less far down the leg, as far, or further.
 *
 * Returns: fine, whatever they come to: a trend is an answer and no verdict on an exercise
 * Throws: [error@CatalogError]
 */
CoachCtlStatus
coach_ctl_trend (CoachCtl  *ctl,
                 GError   **error)
{
  g_auto (CoachCtlCheckins) found = { NULL };
  g_autoptr (CoachTrendReport) report = NULL;

  if (!coach_ctl_read_checkins (&found, ctl->operands[0], error))
    return COACH_CTL_FAILED;
  report = coach_trend_report_new (get_guide (ctl), (const CoachCheckin *) found.checkins->data,
                                   found.checkins->len, &found.reviewed, get_now (ctl, &found));
  if (ctl->json != NULL)
    add_report (ctl, report);
  else
    print_report (ctl, report);
  return COACH_CTL_FINE;
}
