#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "coach-ctl.h"
#include "journal.h"

/* The person's own journal: the only command that looks at it. */

typedef CoachCtlStatus (*ActionFunc) (CoachCtl      *ctl,
                                      CoachJournal  *journal,
                                      const char    *file,
                                      GError       **error);

static gboolean
wants_csv (CoachCtl *ctl)
{
  return g_strcmp0 (ctl->format, "csv") == 0;
}

/* There is nothing to read where there is no journal; none is made by looking. */
static gboolean
check_there (CoachCtl  *ctl,
             GError   **error)
{
  g_autofree char *path = NULL;

  path = g_build_filename (coach_places_get_data_dir (ctl->places), "journal.sqlite", NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_UNKNOWN, _("there is no journal yet: %s"),
               path);
  return FALSE;
}

static void
add_file (CoachCtl   *ctl,
          const char *file)
{
  json_builder_begin_object (ctl->json);
  coach_ctl_add_string (ctl->json, "file", file);
  json_builder_end_object (ctl->json);
}

static CoachCtlStatus
export_csv (CoachCtl      *ctl,
            CoachJournal  *journal,
            const char    *folder,
            GError       **error)
{
  if (folder == NULL)
    {
      g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE,
                   _("tables go into a folder; it is: journal export --format csv FOLDER"));
      return COACH_CTL_USAGE;
    }
  if (g_mkdir_with_parents (folder, 0700) != 0
      || !coach_journal_export_csv (journal, folder, error))
    {
      if (*error == NULL)
        g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_WRITE, _("%s: cannot be made"),
                     folder);
      return COACH_CTL_FAILED;
    }
  if (ctl->json != NULL)
    add_file (ctl, folder);
  return COACH_CTL_FINE;
}

/* Without a file the text goes to standard output, as it is. */
static CoachCtlStatus
export (CoachCtl      *ctl,
        CoachJournal  *journal,
        const char    *file,
        GError       **error)
{
  g_autofree char *text = NULL;

  if (!check_there (ctl, error))
    return COACH_CTL_FAILED;
  if (wants_csv (ctl))
    return export_csv (ctl, journal, file, error);
  if (file != NULL)
    {
      if (!coach_journal_export_file (journal, file, error))
        return COACH_CTL_FAILED;
      if (ctl->json != NULL)
        add_file (ctl, file);
      return COACH_CTL_FINE;
    }
  text = coach_journal_export_json (journal, error);
  if (text == NULL)
    return COACH_CTL_FAILED;
  ctl->is_raw = TRUE;
  g_string_append (ctl->text, text);
  return COACH_CTL_FINE;
}

static void
print_import (CoachCtl                 *ctl,
              const CoachJournalImport *result)
{
  g_autofree char *added = NULL;
  g_autofree char *known = NULL;

  added = g_strdup_printf (ngettext ("%u entry was added.", "%u entries were added.",
                                     result->n_added),
                           result->n_added);
  known = g_strdup_printf (ngettext ("%u entry was there already.",
                                     "%u entries were there already.", result->n_known),
                           result->n_known);
  coach_ctl_print (ctl->text, "", added);
  coach_ctl_print (ctl->text, "", known);
  if (result->took_profile)
    coach_ctl_print (ctl->text, "", _("What the file says of you is used from now on."));
  if (result->kept_profile)
    coach_ctl_print (ctl->text, "", _("What you have said of yourself here stays as it is."));
}

static CoachCtlStatus
import (CoachCtl      *ctl,
        CoachJournal  *journal,
        const char    *file,
        GError       **error)
{
  CoachJournalImport result;

  if (file == NULL)
    {
      g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE,
                   _("too few words; it is: %s %s"), "journal", "import FILE");
      return COACH_CTL_USAGE;
    }
  if (!coach_journal_open (journal, error))
    return COACH_CTL_FAILED;
  /* No screen waits here, so all of the journal is checked before anything goes into it. */
  coach_journal_repair (journal);
  if (!coach_journal_import_file (journal, file, &result, error))
    return COACH_CTL_FAILED;
  if (ctl->json == NULL)
    {
      print_import (ctl, &result);
      return COACH_CTL_FINE;
    }
  json_builder_begin_object (ctl->json);
  coach_ctl_add_int (ctl->json, "added", result.n_added);
  coach_ctl_add_int (ctl->json, "known", result.n_known);
  json_builder_set_member_name (ctl->json, "took_profile");
  json_builder_add_boolean_value (ctl->json, result.took_profile);
  json_builder_end_object (ctl->json);
  return COACH_CTL_FINE;
}

static char *
dup_day (const GDate *day)
{
  char text[16];

  if (!g_date_valid (day))
    return NULL;
  g_date_strftime (text, sizeof text, "%Y-%m-%d", day);
  return g_strdup (text);
}

static void
print_summary (CoachCtl                  *ctl,
               const CoachJournalSummary *summary,
               const char                *first,
               const char                *last)
{
  const struct
  {
    const char *name;
    guint       count;
  } rows[] = {
    { _("Sessions"), summary->n_sessions },         { _("Check-ins"), summary->n_checkins },
    { _("“It hurts”"), summary->n_hurts },          { _("Warm and cold packs"), summary->n_packs },
    { _("Breaks from sitting"), summary->n_breaks },
  };
  g_autoptr (CoachCtlTable) table = coach_ctl_table_new (2);
  g_autofree char *days = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *count = g_strdup_printf ("%u", rows[i].count);

      coach_ctl_table_add_row (table, rows[i].name, count, NULL);
    }
  if (first != NULL)
    /* Translators: two days, as in "from 2026-01-02 to 2026-11-28" */
    days = g_strdup_printf (_("from %s to %s"), first, last);
  coach_ctl_table_add_row (table, _("Days"), days != NULL ? days : _("none"), NULL);
  coach_ctl_table_add_row (table, _("Profile"), summary->has_profile ? _("yes") : _("none"), NULL);
  coach_ctl_table_print (table, "", ctl->text);
}

static void
add_summary (CoachCtl                  *ctl,
             const CoachJournalSummary *summary,
             const char                *first,
             const char                *last)
{
  json_builder_begin_object (ctl->json);
  coach_ctl_add_int (ctl->json, "sessions", summary->n_sessions);
  coach_ctl_add_int (ctl->json, "checkins", summary->n_checkins);
  coach_ctl_add_int (ctl->json, "hurts", summary->n_hurts);
  coach_ctl_add_int (ctl->json, "packs", summary->n_packs);
  coach_ctl_add_int (ctl->json, "breaks", summary->n_breaks);
  coach_ctl_add_string (ctl->json, "first", first);
  coach_ctl_add_string (ctl->json, "last", last);
  json_builder_set_member_name (ctl->json, "profile");
  json_builder_add_boolean_value (ctl->json, summary->has_profile);
  json_builder_end_object (ctl->json);
}

static CoachCtlStatus
summarize (CoachCtl      *ctl,
           CoachJournal  *journal,
           const char    *file,
           GError       **error)
{
  CoachJournalSummary summary;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (!check_there (ctl, error) || !coach_journal_summarize (journal, &summary, error))
    return COACH_CTL_FAILED;
  first = dup_day (&summary.first);
  last = dup_day (&summary.last);
  if (ctl->json != NULL)
    add_summary (ctl, &summary, first, last);
  else
    print_summary (ctl, &summary, first, last);
  return COACH_CTL_FINE;
}

static CoachCtlStatus
check (CoachCtl      *ctl,
       CoachJournal  *journal,
       const char    *file,
       GError       **error)
{
  if (!check_there (ctl, error) || !coach_journal_check (journal, error))
    return COACH_CTL_FAILED;
  if (ctl->json != NULL)
    {
      json_builder_begin_object (ctl->json);
      json_builder_set_member_name (ctl->json, "sound");
      json_builder_add_boolean_value (ctl->json, TRUE);
      json_builder_end_object (ctl->json);
    }
  else
    coach_ctl_print (ctl->text, "", _("The journal is sound."));
  return COACH_CTL_FINE;
}

static const struct
{
  const char *name;
  ActionFunc  run;
  gboolean    takes_file;
} actions[] = {
  { "export", export, TRUE },
  { "import", import, TRUE },
  { "summary", summarize, FALSE },
  { "check", check, FALSE },
};

/**
 * coach_ctl_journal:
 * @ctl: the program; its operands are what to do, and the file to do it with
 *
 * Exports, imports, summarizes or checks the person's journal.
 *
 * Returns: fine when it was done
 * Throws: [error@JournalError]
 */
CoachCtlStatus
coach_ctl_journal (CoachCtl  *ctl,
                   GError   **error)
{
  g_autoptr (CoachJournal) journal = coach_journal_new (ctl->places);
  g_autofree char *safe = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, ctl->operands[0]))
      {
        if (ctl->operands[1] == NULL || actions[i].takes_file)
          return actions[i].run (ctl, journal, ctl->operands[1], error);
        g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE,
                     _("too many words; it is: %s %s"), "journal", actions[i].name);
        return COACH_CTL_USAGE;
      }
  safe = coach_ctl_dup_safe (ctl->operands[0]);
  g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE,
               _("“%s” is nothing that can be done with a journal"), safe);
  return COACH_CTL_USAGE;
}
