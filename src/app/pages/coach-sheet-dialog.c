#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-sheet-dialog.h"

#include <glib/gi18n.h>

#include "coach-focus-keeper.h"
#include "coach-sheet-maker.h"
#include "coach-sheet-print.h"
#include "coach-wrap-layout.h"

struct _CoachSheetDialog
{
  AdwWindow             parent_instance;

  CoachAppContext      *context; /* (owned) (not nullable), given at construction */
  GObject              *subject; /* (owned) (not nullable), given at construction */
  GtkFileChooserNative *chooser; /* (owned) (nullable) unless a file is chosen */

  AdwWindowTitle       *window_title;
  AdwPreferencesGroup  *look_group;
  AdwComboRow          *pictures_row;
  GtkSwitch            *large_switch;
  GtkEntry             *name_entry;
  GtkWidget            *code_row;
  GtkSwitch            *code_switch;
  AdwComboRow          *paper_row;
  GtkLabel             *error_label;
};

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_SUBJECT,
} CoachSheetDialogProperty;

static GParamSpec *properties[PROP_SUBJECT + 1];

enum
{
  TOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * CoachSheetDialog:
 *
 * Asks how the sheet of a routine, or the card of a movement, is to look, and prints it or saves it
 * as a file. It opens as it was left last, for as long as the program runs.
 */
G_DEFINE_FINAL_TYPE (CoachSheetDialog, coach_sheet_dialog, ADW_TYPE_WINDOW)

static void
tell_problem (CoachSheetDialog *self,
              const char       *text)
{
  gtk_label_set_text (self->error_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), *text != '\0');
}

static void
show_look (CoachSheetDialog *self)
{
  const CoachSheetLook *look = coach_app_context_get_sheet_look (self->context);
  gboolean is_letter = look->paper == COACH_PAPER_LETTER;

  /* At first the paper that is usual where the person is. */
  if (!look->is_paper_chosen)
    is_letter = g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER);
  adw_combo_row_set_selected (self->pictures_row, (guint) look->pictures);
  adw_combo_row_set_selected (self->paper_row, is_letter ? 1 : 0);
  gtk_switch_set_active (self->large_switch, look->is_large);
  gtk_switch_set_active (self->code_switch, look->has_code);
  gtk_widget_set_visible (self->code_row, COACH_IS_ROUTINE (self->subject));
  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), look->name != NULL ? look->name : "");
}

/* Puts down what the dialog shows. */
static const CoachSheetLook *
read_look (CoachSheetDialog *self)
{
  CoachSheetLook *look = coach_app_context_get_sheet_look (self->context);
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_entry)));

  g_strstrip (name);
  coach_sheet_look_clear (look);
  look->pictures = (CoachSheetPictures) adw_combo_row_get_selected (self->pictures_row);
  look->is_large = gtk_switch_get_active (self->large_switch);
  look->has_code = gtk_switch_get_active (self->code_switch);
  look->is_paper_chosen = TRUE;
  look->paper = adw_combo_row_get_selected (self->paper_row) == 1 ? COACH_PAPER_LETTER
                                                                  : COACH_PAPER_A4;
  look->name = *name != '\0' ? g_steal_pointer (&name) : NULL;
  return look;
}

/* What a file cannot show is told together with that it is there. */
static void
tell_saved (CoachSheetDialog *self,
            CoachSheet       *sheet)
{
  guint n = coach_sheet_get_n_unknown (sheet);
  g_autofree char *text = NULL;

  if (n == 0)
    text = g_strdup (_("The sheet is saved"));
  else
    text = g_strdup_printf (ngettext ("The sheet is saved; no font has %u of its letters",
                                      "The sheet is saved; no font has %u of its letters", n), n);
  g_signal_emit (self, signals[TOLD], 0, text);
}

static void
write_file (CoachSheetDialog *self,
            const char       *path)
{
  const CoachSheetLook *look = coach_app_context_get_sheet_look (self->context);
  CoachPageSetup setup = coach_page_setup_for_paper (look->paper);
  g_autoptr (CoachSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  sheet = coach_sheet_maker_make (self->context, self->subject, look, &setup, &error);
  if (sheet != NULL && coach_sheet_write_pdf (sheet, path, &error))
    {
      tell_saved (self, sheet);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  g_message ("%s", error->message);
  text = coach_sheet_maker_describe_error (error);
  tell_problem (self, text);
}

static void
chosen_cb (CoachSheetDialog *self,
           int               response)
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
    tell_problem (self, _("The sheet cannot be written there. Choose another folder."));
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CoachSheetDialog *self = COACH_SHEET_DIALOG (widget);
  g_autofree char *name = coach_sheet_maker_dup_file_name (self->subject);

  tell_problem (self, "");
  read_look (self);
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save Sheet"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"),
                                               _("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  CoachSheetDialog *self = COACH_SHEET_DIALOG (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  coach_sheet_print (parent != NULL ? parent : GTK_WINDOW (self), self->context, self->subject,
                     read_look (self));
  gtk_window_close (GTK_WINDOW (self));
}

static void
coach_sheet_dialog_constructed (GObject *object)
{
  CoachSheetDialog *self = COACH_SHEET_DIALOG (object);

  G_OBJECT_CLASS (coach_sheet_dialog_parent_class)->constructed (object);

  adw_window_title_set_subtitle (self->window_title, coach_sheet_maker_get_title (self->subject));
  if (COACH_IS_MOVEMENT (self->subject))
    adw_preferences_group_set_description (self->look_group,
                                           _("Made for you: it says what to take care with."));
  show_look (self);
}

static void
coach_sheet_dialog_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  CoachSheetDialog *self = COACH_SHEET_DIALOG (object);

  switch ((CoachSheetDialogProperty) id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_SUBJECT:
      self->subject = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_sheet_dialog_dispose (GObject *object)
{
  CoachSheetDialog *self = COACH_SHEET_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_SHEET_DIALOG);
  g_clear_object (&self->chooser);
  g_clear_object (&self->subject);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_sheet_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-sheet-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachSheetDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, CoachSheetDialog, code_switch);
  gtk_widget_class_bind_template_child (widget_class, CoachSheetDialog, error_label);
  gtk_widget_class_bind_template_child (widget_class, CoachSheetDialog, large_switch);
  gtk_widget_class_bind_template_child (widget_class, CoachSheetDialog, look_group);
  gtk_widget_class_bind_template_child (widget_class, CoachSheetDialog, name_entry);
  gtk_widget_class_bind_template_child (widget_class, CoachSheetDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, CoachSheetDialog, pictures_row);
  gtk_widget_class_bind_template_child (widget_class, CoachSheetDialog, window_title);
}

static void
coach_sheet_dialog_class_init (CoachSheetDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = coach_sheet_dialog_constructed;
  object_class->set_property = coach_sheet_dialog_set_property;
  object_class->dispose = coach_sheet_dialog_dispose;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, COACH_TYPE_APP_CONTEXT, flags);
  properties[PROP_SUBJECT] = g_param_spec_object ("subject", NULL, NULL, G_TYPE_OBJECT, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * CoachSheetDialog::told:
   * @self: the dialog
   * @text: a translated sentence
   *
   * There is something to tell in passing, when the dialog is gone.
   */
  signals[TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (COACH_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "sheet.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "sheet.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
coach_sheet_dialog_init (CoachSheetDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  coach_focus_keeper_watch (GTK_WINDOW (self));
}

/**
 * coach_sheet_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @context: what pages are given
 * @subject: a [class@Routine], or a [class@Movement] for a card
 *
 * Makes the dialog.
 *
 * Returns: (transfer none): a window; GTK owns it until it is closed
 */
GtkWidget *
coach_sheet_dialog_new (GtkWindow       *parent,
                        CoachAppContext *context,
                        GObject         *subject)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (COACH_IS_ROUTINE (subject) || COACH_IS_MOVEMENT (subject), NULL);

  return g_object_new (COACH_TYPE_SHEET_DIALOG, "context", context, "subject", subject,
                       "transient-for", parent, NULL);
}
