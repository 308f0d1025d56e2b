#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-print-memory.h"

#include <errno.h>

/* What was chosen when something was printed last: the printer, its options and the page set-up. */

#define FOLDER         "lowtide"
#define FILE_NAME      "printing.ini"
#define FOLDER_MODE    0700
#define FILE_MODE      0600
#define GROUP_SETTINGS "Print Settings"
#define GROUP_SETUP    "Page Setup"

/* How often and which pages is for one thing alone, and where a file went is nobody's business. */
static const char * const forgotten[] = {
  GTK_PRINT_SETTINGS_N_COPIES,    GTK_PRINT_SETTINGS_PRINT_PAGES, GTK_PRINT_SETTINGS_PAGE_RANGES,
  GTK_PRINT_SETTINGS_PAGE_SET,    GTK_PRINT_SETTINGS_OUTPUT_URI,  GTK_PRINT_SETTINGS_OUTPUT_DIR,
  GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
};

static char *
build_path (CoachPlaces *places)
{
  return g_build_filename (coach_places_get_config_dir (places), FOLDER, FILE_NAME, NULL);
}

/**
 * coach_print_memory_load:
 * @places: the folders
 * @settings: (out) (transfer full): the printer and its options
 * @setup: (out) (transfer full): the page set-up
 *
 * Reads what was chosen last. What was never chosen, or cannot be read, is as GTK has it: the
 * printer of the system and the paper of the region, upright.
 */
void
coach_print_memory_load (CoachPlaces       *places,
                         GtkPrintSettings **settings,
                         GtkPageSetup     **setup)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (COACH_IS_PLACES (places));
  g_return_if_fail (settings != NULL && setup != NULL);

  path = build_path (places);
  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error)
      && !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_message ("%s: %s", path, error->message);
  *settings = gtk_print_settings_new_from_key_file (file, GROUP_SETTINGS, NULL);
  *setup = gtk_page_setup_new_from_key_file (file, GROUP_SETUP, NULL);
  if (*settings == NULL)
    *settings = gtk_print_settings_new ();
  if (*setup == NULL)
    *setup = gtk_page_setup_new ();
}

/**
 * coach_print_memory_save:
 * @places: the folders
 * @settings: the printer and its options
 * @setup: the page set-up
 *
 * Keeps what was chosen, whole or not at all.
 *
 * Returns: whether it was kept
 * Throws: #GFileError
 */
gboolean
coach_print_memory_save (CoachPlaces       *places,
                         GtkPrintSettings  *settings,
                         GtkPageSetup      *setup,
                         GError           **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GtkPrintSettings) kept = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (COACH_IS_PLACES (places), FALSE);
  g_return_val_if_fail (GTK_IS_PRINT_SETTINGS (settings), FALSE);
  g_return_val_if_fail (GTK_IS_PAGE_SETUP (setup), FALSE);

  kept = gtk_print_settings_copy (settings);
  for (guint i = 0; i < G_N_ELEMENTS (forgotten); i++)
    gtk_print_settings_unset (kept, forgotten[i]);
  gtk_print_settings_to_key_file (kept, file, GROUP_SETTINGS);
  gtk_page_setup_to_key_file (setup, file, GROUP_SETUP);
  text = g_key_file_to_data (file, NULL, NULL);
  path = build_path (places);
  folder = g_path_get_dirname (path);
  if (g_mkdir_with_parents (folder, FOLDER_MODE) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", folder,
                   g_strerror (errno));
      return FALSE;
    }
  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, FILE_MODE,
                                   error);
}
