#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-sheet-maker.h"

#include <glib/gi18n.h>

#include "coach-help.h"
#include "coach-plan-words.h"

/* Letters; of three bytes each, they and the ending have room in a name of 255 bytes. */
#define MAX_NAME 80

/* Sheets for the person: what a session would lead through, on paper. */

static char *
read_code (CoachAppContext  *context,
           CoachRoutine     *routine,
           GError          **error)
{
  CoachPlaces *places = coach_app_context_get_places (context);
  g_autofree char *name = g_strconcat (coach_routine_get_id (routine), ".json", NULL);
  g_autofree char *path
      = g_build_filename (coach_places_get_catalog_dir (places), "routines", name, NULL);

  return coach_routine_read_text (path, error);
}

static CoachSheetContent *
describe_routine (CoachAppContext  *context,
                  CoachRoutine     *routine,
                  gboolean          has_code,
                  CoachSheetFacts  *facts,
                  GError          **error)
{
  g_autoptr (CoachPlan) plan = coach_app_context_make_plan (context, routine, NULL, error);
  g_autofree char *text = NULL;

  if (plan == NULL)
    return NULL;
  if (has_code)
    {
      text = read_code (context, routine, error);
      if (text == NULL)
        return NULL;
    }
  facts->routine_text = text;
  return coach_sheet_words_for_plan (plan, facts);
}

static CoachSheetContent *
describe (CoachAppContext       *context,
          GObject               *subject,
          const CoachSheetLook  *look,
          GError               **error)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (context);
  CoachScreening *screening = coach_catalog_get_screening (catalog);
  GSettings *settings = coach_app_context_get_settings (context);
  g_autoptr (GDateTime) clock_time = coach_app_context_dup_now (context);
  g_autoptr (GDateTime) now = coach_sheet_pick_time (clock_time);
  g_autofree char *region = coach_help_dup_region (settings);
  g_autofree char *emergency = coach_help_dup_emergency (screening, settings);
  g_autofree char *advice_line = coach_help_dup_advice_line (screening, settings);
  CoachHelpNumbers help = { .region = region, .emergency = emergency, .advice_line = advice_line };
  CoachSheetFacts facts = {
    .catalog = catalog,
    .places = coach_app_context_get_places (context),
    .profile = coach_app_context_get_profile (context),
    .decision = coach_app_context_get_decision (context),
    .help = &help,
    .pictures = look->pictures,
    .name = look->name,
    .first_weekday = coach_region_get_first_weekday (),
    .now = now,
  };

  if (COACH_IS_ROUTINE (subject))
    return describe_routine (context, COACH_ROUTINE (subject), look->has_code, &facts, error);
  return coach_sheet_words_for_move (COACH_MOVEMENT (subject), &facts, error);
}

/* Whatever asked for it: while a warning sign has exercises off, none goes to paper. */
static gboolean
check_unlocked (CoachAppContext  *context,
                GError          **error)
{
  CoachScreeningDecision *decision = coach_app_context_get_decision (context);
  CoachDay *day = coach_profile_get_day (coach_app_context_get_profile (context));

  if (!coach_screening_decision_is_blocked (decision)
      && coach_screening_decision_is_complete (decision)
      && (day == NULL || !coach_day_is_blocked (day)))
    return TRUE;
  g_set_error (error, COACH_SESSION_ERROR, COACH_SESSION_ERROR_BLOCKED,
               "Exercises are off, so there is no sheet");
  return FALSE;
}

/**
 * coach_sheet_maker_make:
 * @context: what pages are given
 * @subject: a [class@Routine], or a [class@Movement] for a card
 * @look: how it is to look
 * @setup: the paper
 *
 * Makes a sheet for the person: of a routine as a session would lead through it today, with the
 * same moves replaced and left out.
 *
 * Returns: (transfer full) (nullable): a sheet
 * Throws: [error@SessionError], [error@SheetError], and what reading the routine's file for the
 *   code throws
 */
CoachSheet *
coach_sheet_maker_make (CoachAppContext       *context,
                        GObject               *subject,
                        const CoachSheetLook  *look,
                        const CoachPageSetup  *setup,
                        GError               **error)
{
  CoachSheetContent *content;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (COACH_IS_ROUTINE (subject) || COACH_IS_MOVEMENT (subject), NULL);
  g_return_val_if_fail (look != NULL && setup != NULL, NULL);

  if (!check_unlocked (context, error))
    return NULL;
  content = describe (context, subject, look, error);
  return content != NULL ? coach_sheet_new (content, setup, look->is_large, error) : NULL;
}

/**
 * coach_sheet_maker_get_title:
 * @subject: a [class@Routine] or [class@Movement]
 *
 * Gets what its sheet is called.
 *
 * Returns: (transfer none): translated words
 */
const char *
coach_sheet_maker_get_title (GObject *subject)
{
  if (COACH_IS_ROUTINE (subject))
    return coach_routine_get_title (COACH_ROUTINE (subject));
  g_return_val_if_fail (COACH_IS_MOVEMENT (subject), NULL);
  return coach_move_get_name (COACH_MOVE (subject));
}

/**
 * coach_sheet_maker_dup_file_name:
 * @subject: a [class@Routine] or [class@Movement]
 *
 * Makes a name for the file of its sheet.
 *
 * Returns: (transfer full): a name without folders
 */
char *
coach_sheet_maker_dup_file_name (GObject *subject)
{
  const char *whole = coach_sheet_maker_get_title (subject);
  g_autofree char *title = g_utf8_substring (whole, 0, MIN (g_utf8_strlen (whole, -1), MAX_NAME));

  /* A title may say "10/20"; a name that began with a dot would be hidden. */
  g_strdelimit (title, "/\\", '-');
  return g_strconcat (*title == '.' ? "_" : "", title, ".pdf", NULL);
}

static const char *
describe_sheet_error (CoachSheetError code)
{
  switch (code)
    {
    case COACH_SHEET_ERROR_TOO_SMALL:
      return _("The paper is too small for this. Choose a larger one, or print without pictures.");
    case COACH_SHEET_ERROR_WRITING:
      return _("The sheet cannot be written there. Choose another folder.");
    case COACH_SHEET_ERROR_LEFT_OUT:
      return _("With what you told about yourself, this is better left out for now, so there is no "
               "card of it.");
    case COACH_SHEET_ERROR_DRAWING:
    default:
      return _("The sheet could not be drawn. Try it without pictures.");
    }
}

/**
 * coach_sheet_maker_describe_error:
 * @error: why there is no sheet
 *
 * Says what to do about it.
 *
 * Returns: (transfer full): translated sentences
 */
char *
coach_sheet_maker_describe_error (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == COACH_SESSION_ERROR)
    return g_strdup (coach_plan_words_get_refusal ((CoachSessionError) error->code));
  if (error->domain == COACH_SHEET_ERROR)
    return g_strdup (describe_sheet_error ((CoachSheetError) error->code));
  return g_strdup (_("The code cannot be made just now. Try it without the code."));
}
