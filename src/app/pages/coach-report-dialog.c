#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-report-dialog.h"

#include <glib/gi18n.h>

#include "coach-focus-keeper.h"
#include "coach-progress-facts.h"
#include "coach-report-print.h"
#include "coach-report-state.h"
#include "coach-wrap-layout.h"

/* What follows when the diary has been read. */
typedef void (*ReportFunc) (CoachReportDialog *self, CoachClinicianReport *report);

struct _CoachReportDialog
{
  AdwWindow             parent_instance;

  CoachAppContext      *context;     /* (owned) (not nullable), given at construction */
  GCancellable         *cancellable; /* (owned) (not nullable) */
  ReportFunc            then;
  CoachClinicianReport *report;      /* (owned) (nullable) unless it is about to be saved */
  GtkFileChooserNative *chooser;     /* (owned) (nullable) */

  AdwComboRow          *period_row;
  AdwComboRow          *paper_row;
  GtkLabel             *error_label;
};

typedef enum
{
  PROP_CONTEXT = 1,
} CoachReportDialogProperty;

static GParamSpec *properties[PROP_CONTEXT + 1];

/**
 * CoachReportDialog:
 *
 * Asks which time a report for the clinician is about, and saves or prints it.
 */
G_DEFINE_FINAL_TYPE (CoachReportDialog, coach_report_dialog, ADW_TYPE_WINDOW)

/* Of the rows of the list. */
static const guint period_days[] = { 14, 28, 84, 364 };

static CoachPaper
get_paper (CoachReportDialog *self)
{
  return adw_combo_row_get_selected (self->paper_row) == 0 ? COACH_PAPER_A4 : COACH_PAPER_LETTER;
}

static void
get_period (CoachReportDialog *self,
            GDate             *first,
            GDate             *last)
{
  guint selected = adw_combo_row_get_selected (self->period_row);

  coach_app_context_get_today (self->context, last);
  *first = *last;
  g_date_subtract_days (first, period_days[MIN (selected, G_N_ELEMENTS (period_days) - 1)] - 1);
}

static void
tell_problem (CoachReportDialog *self,
              const char        *text)
{
  gtk_label_set_text (self->error_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), *text != '\0');
}

static CoachClinicianReport *
make_report (CoachReportDialog       *self,
             const CoachDiaryRecords *records)
{
  g_autoptr (GDateTime) now = coach_app_context_dup_now (self->context);
  g_autoptr (CoachProgress) progress = NULL;
  GDate first, last;

  get_period (self, &first, &last);
  progress = coach_progress_facts_count_days (self->context, records, &first, &last);
  return coach_report_state_from (&(CoachReportFacts) {
      .progress = progress,
      .records = records,
      .catalog = coach_app_context_get_catalog (self->context),
      .profile = coach_app_context_get_profile (self->context),
      .trend = coach_app_context_get_trend_report (self->context),
      .now = now,
      .is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
  });
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CoachDiaryRecords) records
      = coach_diary_read_span_finish (COACH_DIARY (source), result, &error);
  CoachReportDialog *self = user_data;

  /* A dialog that is gone has cancelled this. */
  if (records == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (records == NULL)
    {
      g_message ("The report cannot be made: %s", error->message);
      tell_problem (self, _("Your diary cannot be read just now. Try again in a moment."));
      return;
    }
  self->then (self, make_report (self, records));
}

static void
start (CoachReportDialog *self,
       ReportFunc         then)
{
  GDate first, last;

  tell_problem (self, "");
  get_period (self, &first, &last);
  coach_progress_facts_widen (&first, &last);
  self->then = then;
  coach_diary_read_span_async (coach_app_context_get_diary (self->context), &first, &last,
                               self->cancellable, read_cb, self);
}

static void
write_file (CoachReportDialog *self,
            const char        *path)
{
  g_autoptr (GError) error = NULL;

  if (coach_clinician_report_write_pdf (self->report, path, get_paper (self), &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  g_message ("%s", error->message);
  tell_problem (self, _("The report cannot be written there. Choose another folder."));
}

static void
chosen_cb (CoachReportDialog *self,
           int                response)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file == NULL)
    return;
  path = g_file_get_path (file);
  if (path != NULL)
    write_file (self, path);
  else
    tell_problem (self, _("The report cannot be written there. Choose another folder."));
}

static void
ask_where (CoachReportDialog    *self,
           CoachClinicianReport *report)
{
  g_autoptr (GDateTime) now = coach_app_context_dup_now (self->context);
  /* Translators: the name of a file; keep the ending */
  g_autofree char *name = g_date_time_format (now, _("Lowtide report %Y-%m-%d.pdf"));

  g_clear_pointer (&self->report, coach_clinician_report_free);
  self->report = report;
  self->chooser = gtk_file_chooser_native_new (_("Save Report"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
                                               _("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
print (CoachReportDialog    *self,
       CoachClinicianReport *report)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  coach_report_print (parent != NULL ? parent : GTK_WINDOW (self),
                      coach_app_context_get_places (self->context), report, get_paper (self));
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  start (COACH_REPORT_DIALOG (widget), ask_where);
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  start (COACH_REPORT_DIALOG (widget), print);
}

static void
coach_report_dialog_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch ((CoachReportDialogProperty) id)
    {
    case PROP_CONTEXT:
      COACH_REPORT_DIALOG (object)->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_report_dialog_dispose (GObject *object)
{
  CoachReportDialog *self = COACH_REPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_REPORT_DIALOG);
  g_clear_pointer (&self->report, coach_clinician_report_free);
  g_clear_object (&self->chooser);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_report_dialog_parent_class)->dispose (object);
}

static void
coach_report_dialog_finalize (GObject *object)
{
  g_object_unref (COACH_REPORT_DIALOG (object)->cancellable);

  G_OBJECT_CLASS (coach_report_dialog_parent_class)->finalize (object);
}

static void
coach_report_dialog_class_init (CoachReportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = coach_report_dialog_set_property;
  object_class->dispose = coach_report_dialog_dispose;
  object_class->finalize = coach_report_dialog_finalize;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, COACH_TYPE_APP_CONTEXT,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (COACH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachReportDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, CoachReportDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, CoachReportDialog, period_row);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "report.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* The paper that is usual where the person is. */
static void
coach_report_dialog_init (CoachReportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  coach_focus_keeper_watch (GTK_WINDOW (self));
  if (g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER))
    adw_combo_row_set_selected (self->paper_row, 1);
}

/**
 * coach_report_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @context: what pages are given
 *
 * Makes the dialog.
 *
 * Returns: (transfer none): a window; GTK owns it until it is closed
 */
GtkWidget *
coach_report_dialog_new (GtkWindow       *parent,
                         CoachAppContext *context)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  return g_object_new (COACH_TYPE_REPORT_DIALOG, "context", context, "transient-for", parent, NULL);
}
