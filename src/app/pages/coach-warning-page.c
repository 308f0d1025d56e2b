#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-warning-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "coach-alert.h"
#include "coach-warning-state.h"
#include "coach-text-print.h"

struct _CoachWarningPage
{
  GtkWidget        parent_instance;

  CoachAppContext *context;     /* (owned) (not nullable), given at construction */
  CoachWarningState  *state;       /* (owned) (nullable) */
  gboolean         was_entered; /* whether the keyboard has found its first place */

  GtkWidget       *content;
  GtkWidget       *words;
  GtkLabel        *title_label;
  GtkLabel        *why_label;
  GtkWidget       *number_box;
  GtkLabel        *number_label;
  GtkBox          *items;
  GtkLabel        *again_label;
  GtkLabel        *take_along_label;
  GtkWidget       *clear_button;
  GtkWidget       *again_button;
  GtkButton       *copy_button;
};

typedef enum
{
  PROP_CONTEXT = 1,
} CoachWarningPageProperty;

static GParamSpec *properties[PROP_CONTEXT + 1];

/**
 * CoachWarningPage:
 *
 * Says what to do after warning signs: first what, then why, then whom to call. It can be closed,
 * which changes nothing of what it says.
 */
G_DEFINE_FINAL_TYPE (CoachWarningPage, coach_warning_page, GTK_TYPE_WIDGET)

static void
add_label (GtkBox     *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label;

  if (text == NULL)
    return;
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

/* What a clinician knows of already is said for each warning by itself. */
static void
add_review_button (GtkBox                 *box,
                   const CoachWarningItem *item)
{
  GtkWidget *button = gtk_button_new_with_label (_("Already checked by a clinician"));

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "warning.review");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", item->review);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  item->advice, -1);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "pill");
  gtk_box_append (box, button);
}

static void
add_item (CoachWarningPage       *self,
          const CoachWarningItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "sign");
  add_label (GTK_BOX (box), item->advice, NULL);
  add_label (GTK_BOX (box), item->question, "dim-label");
  add_label (GTK_BOX (box), item->answer, "heading");
  if (item->review != NULL)
    add_review_button (GTK_BOX (box), item);
  gtk_box_append (self->items, box);
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* Everything in one go for those who listen, once the keyboard is here. Each sentence has a line of
 * its own: a screen reader pauses there, and no words are glued together. */
static void
update_spoken (CoachWarningPage *self)
{
  g_autoptr (GString) text = g_string_new (self->state->title);

  g_string_append_printf (text, "\n%s", self->state->why);
  if (self->state->number != NULL)
    {
      g_string_append_c (text, '\n');
      /* Translators: %s is a number or whom to call */
      g_string_append_printf (text, _("Call %s."), self->state->number);
    }
  for (guint i = 0; i < self->state->items->len; i++)
    {
      const CoachWarningItem *item = g_ptr_array_index (self->state->items, i);

      if (item->advice != NULL)
        g_string_append_printf (text, "\n%s", item->advice);
    }
  if (self->state->take_along != NULL)
    g_string_append_printf (text, "\n%s", self->state->take_along);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->words), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text->str, -1);
}

static void
update_widgets (CoachWarningPage *self)
{
  GtkWidget *child;

  g_clear_pointer (&self->state, coach_warning_state_free);
  self->state = coach_warning_state_new (self->context);
  gtk_label_set_text (self->title_label, self->state->title);
  gtk_label_set_text (self->why_label, self->state->why);
  gtk_label_set_text (self->number_label, self->state->number != NULL ? self->state->number : "");
  gtk_widget_set_visible (self->number_box, self->state->number != NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->items))) != NULL)
    gtk_box_remove (self->items, child);
  for (guint i = 0; i < self->state->items->len; i++)
    add_item (self, g_ptr_array_index (self->state->items, i));
  set_text (self->take_along_label, self->state->take_along);
  set_text (self->again_label, self->state->again);
  gtk_widget_set_visible (self->clear_button, self->state->can_clear);
  gtk_widget_set_visible (self->again_button, self->state->can_answer_again);
  update_spoken (self);
}

static void
refreshed_cb (CoachWarningPage *self)
{
  update_widgets (self);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CoachWarningPage *self = COACH_WARNING_PAGE (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->state->summary);
  gtk_button_set_label (self->copy_button, _("Copied"));
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  CoachWarningPage *self = COACH_WARNING_PAGE (widget);

  coach_text_print (GTK_WINDOW (gtk_widget_get_root (widget)),
                    coach_app_context_get_places (self->context), _("Warning signs"),
                    self->state->summary);
}

static void
cleared_cb (AdwMessageDialog *dialog,
            const char       *response,
            CoachWarningPage    *self)
{
  CoachProfile *profile = coach_app_context_get_profile (self->context);
  GDate today;

  if (!g_str_equal (response, "cleared"))
    return;
  coach_app_context_get_today (self->context, &today);
  coach_screening_record_set_cleared (coach_profile_get_screening (profile), &today);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

/* Asked once: it turns off what all the rest of this page is for. */
static void
clear_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  GtkWidget *dialog;

  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                   _("A clinician has checked you?"),
                                   _("Say so only when a doctor, nurse or physiotherapist has looked "
                                     "at what you told Lowtide, and says that exercise is fine. "
                                     "The day is kept, and can be undone in About You."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Not yet"), "cleared",
                                    _("Yes, exercise is fine"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (cleared_cb), widget, 0);
  coach_alert_present (ADW_MESSAGE_DIALOG (dialog));
}

static void
reviewed_cb (AdwMessageDialog *dialog,
             const char       *response,
             CoachWarningPage *self)
{
  const char *id = g_object_get_data (G_OBJECT (dialog), "warning");
  CoachWarning warning;
  GDate today;

  if (!g_str_equal (response, "checked") || !coach_warning_from_id (id, &warning))
    return;
  coach_app_context_get_today (self->context, &today);
  coach_profile_set_reviewed (coach_app_context_get_profile (self->context), warning, &today);
  if (!self->state->is_blocked)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

/* Asked once, as for a clearing. */
static void
review_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  CoachWarningPage *self = COACH_WARNING_PAGE (widget);
  CoachCatalog *catalog = coach_app_context_get_catalog (self->context);
  const CoachTrendConstants *constants
      = coach_pain_guide_get_constants (coach_catalog_get_pain_guide (catalog));
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  body = g_strdup_printf (ngettext ("Say so only when a doctor, nurse or physiotherapist knows of "
                                    "this. It counts for %u day, and can be undone under Answers.",
                                    "Say so only when a doctor, nurse or physiotherapist knows of "
                                    "this. It counts for %u days, and can be undone under Answers.",
                                    constants->review_days),
                          constants->review_days);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                   _("Already checked by a clinician?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Not yet"), "checked",
                                    _("Yes, already checked"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "warning",
                          g_variant_dup_string (parameter, NULL), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (reviewed_cb), widget, 0);
  coach_alert_present (ADW_MESSAGE_DIALOG (dialog));
}

/* The keyboard begins at the words, so that they are read out. */
static gboolean
coach_warning_page_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  CoachWarningPage *self = COACH_WARNING_PAGE (widget);

  if (!self->was_entered)
    {
      self->was_entered = TRUE;
      return gtk_widget_grab_focus (self->words);
    }
  return GTK_WIDGET_CLASS (coach_warning_page_parent_class)->focus (widget, direction);
}

static void
coach_warning_page_constructed (GObject *object)
{
  CoachWarningPage *self = COACH_WARNING_PAGE (object);

  G_OBJECT_CLASS (coach_warning_page_parent_class)->constructed (object);

  g_return_if_fail (self->context != NULL);

  g_signal_connect_object (self->context, "refreshed", G_CALLBACK (refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  update_widgets (self);
}

static void
coach_warning_page_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CoachWarningPage *self = COACH_WARNING_PAGE (object);

  switch ((CoachWarningPageProperty) id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_warning_page_dispose (GObject *object)
{
  CoachWarningPage *self = COACH_WARNING_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_WARNING_PAGE);
  g_clear_pointer (&self->state, coach_warning_state_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_warning_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/lowtide/Lowtide/ui/pages/coach-warning-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachWarningPage, content);
  gtk_widget_class_bind_template_child (widget_class, CoachWarningPage, words);
  gtk_widget_class_bind_template_child (widget_class, CoachWarningPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, CoachWarningPage, why_label);
  gtk_widget_class_bind_template_child (widget_class, CoachWarningPage, number_box);
  gtk_widget_class_bind_template_child (widget_class, CoachWarningPage, number_label);
  gtk_widget_class_bind_template_child (widget_class, CoachWarningPage, items);
  gtk_widget_class_bind_template_child (widget_class, CoachWarningPage, again_label);
  gtk_widget_class_bind_template_child (widget_class, CoachWarningPage, take_along_label);
  gtk_widget_class_bind_template_child (widget_class, CoachWarningPage, clear_button);
  gtk_widget_class_bind_template_child (widget_class, CoachWarningPage, again_button);
  gtk_widget_class_bind_template_child (widget_class, CoachWarningPage, copy_button);
}

static void
coach_warning_page_class_init (CoachWarningPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = coach_warning_page_constructed;
  object_class->set_property = coach_warning_page_set_property;
  object_class->dispose = coach_warning_page_dispose;
  widget_class->focus = coach_warning_page_focus;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, COACH_TYPE_APP_CONTEXT,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "warning.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "warning.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "warning.clear", NULL, clear_cb);
  gtk_widget_class_install_action (widget_class, "warning.review", "s", review_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
coach_warning_page_init (CoachWarningPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_warning_page_new:
 * @context: what pages are given
 *
 * Makes the screen that says what to do after the answers that are in the profile.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
coach_warning_page_new (CoachAppContext *context)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  return g_object_new (COACH_TYPE_WARNING_PAGE, "context", context, NULL);
}
