#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-application-private.h"

#include <glib/gi18n.h>

#include "coach-alert.h"
#include "coach-toast.h"

/* What the person does with their data: takes it along, brings it back, and removes it. */

/* What a thread works with. */
typedef struct
{
  CoachJournal       *journal; /* (owned) */
  char               *path;    /* (owned) */
  CoachJournalImport  result;
} Job;

static Job *
job_new (CoachApplication *self,
         GtkFileChooser   *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  Job *job = g_new0 (Job, 1);

  job->journal = g_object_ref (coach_app_context_get_journal (self->context));
  job->path = g_file_get_path (file);
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->journal);
  g_free (job->path);
  g_free (job);
}

static GtkWindow *
get_parent (CoachApplication *self)
{
  return gtk_application_get_active_window (GTK_APPLICATION (self));
}

/* In passing where a window of ours is, which need not be the one in front. */
static void
tell_done (CoachApplication *self,
           const char       *text)
{
  CoachWindow *window = coach_application_get_window (self);
  GtkWindow *parent = get_parent (self);
  g_autoptr (AdwToast) toast = NULL;

  if (ADW_IS_PREFERENCES_WINDOW (parent))
    {
      toast = coach_toast_new (text);
      coach_toast_show_in_preferences (ADW_PREFERENCES_WINDOW (parent), toast);
    }
  else if (window != NULL)
    coach_window_tell (window, text);
}

static void
tell_failed (CoachApplication *self,
             const char       *heading,
             const GError     *error)
{
  g_autofree char *body = NULL;

  g_message ("%s", error->message);
  /* Translators: the place is the reason, as in "journal.json: checkins[3].when: is missing" */
  body = g_strdup_printf (_("Nothing has changed. The reason: %s"), error->message);
  if (get_parent (self) != NULL)
    coach_alert_show (get_parent (self), heading, body);
}

static void
run_job (CoachApplication    *self,
         GtkFileChooser      *chooser,
         GTaskThreadFunc      func,
         GAsyncReadyCallback  callback)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, NULL);

  g_application_hold (G_APPLICATION (self));
  g_task_set_task_data (task, job_new (self, chooser), job_free);
  g_task_run_in_thread (task, func);
}

static gboolean
finish_job (CoachApplication  *self,
            GAsyncResult      *result,
            GError           **error)
{
  g_application_release (G_APPLICATION (self));
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
export_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  gboolean done;

  done = g_file_test (job->path, G_FILE_TEST_IS_DIR)
             ? coach_journal_export_csv (job->journal, job->path, &error)
             : coach_journal_export_file (job->journal, job->path, &error);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
exported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  CoachApplication *self = COACH_APPLICATION (object);
  g_autoptr (GError) error = NULL;

  if (finish_job (self, result, &error))
    tell_done (self, _("Exported. The file has health data: keep it where only you read it."));
  else
    tell_failed (self, _("Your Data Was Not Exported"), error);
}

static void
import_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (coach_journal_import_file (job->journal, job->path, &job->result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
imported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  CoachApplication *self = COACH_APPLICATION (object);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!finish_job (self, result, &error))
    {
      tell_failed (self, _("The File Was Not Imported"), error);
      return;
    }
  coach_keeper_reload (self->keeper, job->result.took_profile);
  text = g_strdup_printf (ngettext ("%u entry was added.", "%u entries were added.",
                                    job->result.n_added),
                          job->result.n_added);
  tell_done (self, text);
}

static void
export_chosen_cb (GtkNativeDialog  *chooser,
                  int               response,
                  CoachApplication *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    run_job (self, GTK_FILE_CHOOSER (chooser), export_in_thread, exported_cb);
  g_object_unref (chooser);
}

static void
import_chosen_cb (GtkNativeDialog  *chooser,
                  int               response,
                  CoachApplication *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    run_job (self, GTK_FILE_CHOOSER (chooser), import_in_thread, imported_cb);
  g_object_unref (chooser);
}

static GtkFileChooserNative *
make_chooser (CoachApplication     *self,
              const char           *title,
              GtkFileChooserAction  action,
              const char           *accept)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, get_parent (self), action,
                                                               accept, NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

static void
export_data_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  CoachApplication *self = COACH_APPLICATION (user_data);
  g_autoptr (GDateTime) now = coach_app_context_dup_now (self->context);
  g_autofree char *name = g_date_time_format (now, "lowtide-%Y-%m-%d.json");
  GtkFileChooserNative *chooser = make_chooser (self, _("Export Your Data"),
                                                GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (export_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
export_tables_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  CoachApplication *self = COACH_APPLICATION (user_data);
  GtkFileChooserNative *chooser = make_chooser (self, _("Export Tables to a Folder"),
                                                GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                                _("_Export"));

  g_signal_connect_object (chooser, "response", G_CALLBACK (export_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
import_data_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  CoachApplication *self = COACH_APPLICATION (user_data);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *chooser = make_chooser (self, _("Import Exported Data"),
                                                GTK_FILE_CHOOSER_ACTION_OPEN, _("_Import"));

  gtk_file_filter_set_name (filter, _("Exported data"));
  gtk_file_filter_add_suffix (filter, "json");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_signal_connect_object (chooser, "response", G_CALLBACK (import_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
close_preferences (CoachApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *link = windows; link != NULL; link = link->next)
    if (ADW_IS_PREFERENCES_WINDOW (link->data))
      {
        gtk_window_close (link->data);
        return;
      }
}

/* The person is new to the program again. Comes once the question is gone, which belongs to the
 * window that is closed here. */
static gboolean
begin_anew_cb (gpointer user_data)
{
  CoachApplication *self = COACH_APPLICATION (user_data);
  CoachWindow *window = coach_application_get_window (self);

  close_preferences (self);
  coach_app_context_refresh (self->context);
  if (window != NULL)
    coach_window_greet (window);
  return G_SOURCE_REMOVE;
}

static void
erase_answered_cb (AdwMessageDialog *dialog,
                   const char       *response,
                   CoachApplication *self)
{
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "erase"))
    return;
  coach_sheet_look_clear (coach_app_context_get_sheet_look (self->context));
  if (coach_keeper_erase (self->keeper, &error))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, begin_anew_cb, g_object_ref (self), g_object_unref);
  else
    tell_failed (self, _("Not Everything Could Be Erased"), error);
}

static void
erase_data_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  CoachApplication *self = COACH_APPLICATION (user_data);
  GtkWidget *dialog = adw_message_dialog_new (
      get_parent (self), _("Erase Everything?"),
      _("Your journal and what you said of yourself are removed from this computer for good, the "
        "daily copies too. What you exported stays where you put it. This cannot be undone."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "erase",
                                    _("_Erase"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "erase",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (erase_answered_cb), self, 0);
  coach_alert_present (ADW_MESSAGE_DIALOG (dialog));
}

/* There is nothing to be done with data where the content could not be read. */
void
coach_application_add_data_actions (CoachApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "erase-data", .activate = erase_data_cb },
    { .name = "export-data", .activate = export_data_cb },
    { .name = "export-tables", .activate = export_tables_cb },
    { .name = "import-data", .activate = import_data_cb },
  };

  if (self->context != NULL)
    g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
