#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <glib/gi18n.h>

#include "coach-ctl.h"
#include "session.h"
#include "sheet.h"

/* It has a quarter of a line on the sheet, and may take several lines. */
#define MAX_NAME_LETTERS 200

/* The file of the routine that was named, whose text the code holds. */
static char *
find_file (CoachCtl     *ctl,
           CoachRoutine *routine)
{
  g_autofree char *name = NULL;

  if (coach_catalog_lookup_routine (ctl->catalog, ctl->operands[0]) != routine)
    return g_strdup (ctl->operands[0]);
  name = g_strconcat (coach_routine_get_id (routine), ".json", NULL);
  return g_build_filename (coach_places_get_catalog_dir (ctl->places), "routines", name, NULL);
}

static CoachSheetContent *
describe_routine (CoachCtl         *ctl,
                  CoachRoutine     *routine,
                  CoachSheetFacts  *facts,
                  CoachPlan       **plan,
                  GError          **error)
{
  CoachPlanOptions options = { .first_side = ctl->side };
  g_autofree char *path = find_file (ctl, routine);
  g_autofree char *text = NULL;

  *plan = coach_plan_new (routine, ctl->catalog, ctl->profile, &options, error);
  if (*plan == NULL)
    return NULL;
  if (ctl->sheet.has_code)
    {
      text = coach_routine_read_text (path, error);
      if (text == NULL)
        return NULL;
    }
  facts->routine_text = text;
  return coach_sheet_words_for_plan (*plan, facts);
}

static CoachSheetContent *
describe (CoachCtl         *ctl,
          CoachCtlSubject  *subject,
          CoachSheetFacts  *facts,
          CoachPlan       **plan,
          GError          **error)
{
  if (subject->routine != NULL)
    return describe_routine (ctl, subject->routine, facts, plan, error);
  if (COACH_IS_MOVEMENT (subject->move))
    return coach_sheet_words_for_move (COACH_MOVEMENT (subject->move), facts, error);
  g_set_error (error, COACH_SHEET_ERROR, COACH_SHEET_ERROR_LEFT_OUT,
               _("“%s” is a move to leave out, so there is no sheet of it"),
               coach_move_get_name (subject->move));
  return NULL;
}

static CoachSheet *
make_sheet (CoachCtl         *ctl,
            CoachCtlSubject  *subject,
            CoachPlan       **plan,
            GError          **error)
{
  g_autoptr (GDateTime) now = coach_sheet_pick_time (ctl->now);
  CoachPageSetup setup = coach_page_setup_for_paper (ctl->sheet.paper);
  CoachSheetFacts facts = {
    .catalog = ctl->catalog,
    .places = ctl->places,
    .profile = ctl->profile,
    .decision = ctl->person->decision,
    .help = ctl->help,
    .pictures = ctl->sheet.pictures,
    .name = ctl->sheet.name,
    .first_weekday = coach_region_get_first_weekday (),
    .now = now,
  };
  CoachSheetContent *content = describe (ctl, subject, &facts, plan, error);

  return content != NULL ? coach_sheet_new (content, &setup, ctl->sheet.is_large, error) : NULL;
}

static void
add_sheet (CoachCtl   *ctl,
           CoachSheet *sheet,
           CoachPlan  *plan)
{
  JsonBuilder *json = ctl->json;

  json_builder_begin_object (json);
  coach_ctl_add_string (json, "file", ctl->sheet.path);
  coach_ctl_add_string (json, "title", coach_sheet_get_title (sheet));
  coach_ctl_add_int (json, "pages", coach_sheet_get_n_pages (sheet));
  coach_ctl_add_string (json, "paper", coach_paper_get_id (ctl->sheet.paper));
  json_builder_set_member_name (json, "code");
  json_builder_add_boolean_value (json, coach_sheet_has_code (sheet));
  coach_ctl_add_changes (ctl, plan);
  json_builder_end_object (json);
}

static void
print_sheet (CoachCtl   *ctl,
             CoachSheet *sheet,
             CoachPlan  *plan)
{
  guint n = coach_sheet_get_n_pages (sheet);
  /* Translators: a file and how many pages it has */
  g_autofree char *line = g_strdup_printf (ngettext ("%s: %u page", "%s: %u pages", n),
                                           ctl->sheet.path, n);

  coach_ctl_print (ctl->text, "", line);
  if (ctl->sheet.has_code && !coach_sheet_has_code (sheet))
    coach_ctl_print (ctl->text, "", _("There is no code on it: the routine is too long for one."));
  if (plan != NULL)
    coach_ctl_print_changes (ctl, plan);
}

static void
warn_of_letters (CoachSheet *sheet)
{
  guint n = coach_sheet_get_n_unknown (sheet);
  g_autofree char *line = NULL;

  if (n == 0)
    return;
  line = g_strdup_printf (ngettext ("lowtidectl: no font has %u of the letters; it is printed as a "
                                    "box",
                                    "lowtidectl: no font has %u of the letters; they are printed "
                                    "as boxes", n), n);
  coach_ctl_write_error (line);
}

static CoachCtlStatus
get_failure (const GError *error)
{
  gboolean is_unsafe = error->domain == COACH_SESSION_ERROR
                       || g_error_matches (error, COACH_CTL_ERROR, COACH_CTL_ERROR_LOCKED)
                       || g_error_matches (error, COACH_SHEET_ERROR, COACH_SHEET_ERROR_LEFT_OUT);

  return is_unsafe ? COACH_CTL_AVOID : COACH_CTL_FAILED;
}

/**
 * coach_ctl_sheet_check:
 * @path: (nullable): the file that a sheet is written to
 * @paper: (nullable): how large its pages are
 * @pictures: (nullable): which pictures it has
 * @name: (nullable): whose it is
 *
 * Checks what was said about a sheet on the command line.
 *
 * Returns: whether it makes sense
 * Throws: %COACH_CTL_ERROR_USAGE
 */
gboolean
coach_ctl_sheet_check (const char  *path,
                       const char  *paper,
                       const char  *pictures,
                       const char  *name,
                       GError     **error)
{
  CoachPaper known_paper;
  CoachSheetPictures known_pictures;

  if (path == NULL || *path == '\0')
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE,
                 _("a sheet needs a file to be written to: --output FILE.pdf"));
  else if (paper != NULL && !coach_paper_from_id (paper, &known_paper))
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE, _("--paper must be a4 or letter"));
  else if (pictures != NULL && !coach_sheet_pictures_from_id (pictures, &known_pictures))
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE,
                 _("--pictures must be lines, color or none"));
  else if (name != NULL && g_utf8_strlen (name, -1) > MAX_NAME_LETTERS)
    g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE,
                 _("--name must be at most %u letters"), MAX_NAME_LETTERS);
  else
    return TRUE;
  return FALSE;
}

/**
 * coach_ctl_sheet:
 * @ctl: the program; its operand is a routine, a file or a movement
 *
 * Writes a routine for paper, unless a warning sign has exercises off.
 *
 * Returns: fine
 * Throws: [error@CatalogError], [error@SessionError], [error@SheetError], [error@JournalError],
 *   %COACH_CTL_ERROR_UNKNOWN, %COACH_CTL_ERROR_LOCKED
 */
CoachCtlStatus
coach_ctl_sheet (CoachCtl  *ctl,
                 GError   **error)
{
  g_auto (CoachCtlSubject) subject = { NULL, NULL };
  g_autoptr (CoachPlan) plan = NULL;
  g_autoptr (CoachSheet) sheet = NULL;
  g_autoptr (GError) local = NULL;

  if (coach_ctl_subject_find (&subject, ctl->catalog, ctl->operands[0], &local)
      && coach_ctl_check_unlocked (ctl, &local))
    sheet = make_sheet (ctl, &subject, &plan, &local);
  if (sheet == NULL || !coach_sheet_write_pdf (sheet, ctl->sheet.path, &local))
    {
      CoachCtlStatus status = get_failure (local);

      g_propagate_error (error, g_steal_pointer (&local));
      return status;
    }
  warn_of_letters (sheet);
  if (ctl->json != NULL)
    add_sheet (ctl, sheet, plan);
  else
    print_sheet (ctl, sheet, plan);
  return COACH_CTL_FINE;
}
