#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-warning-signs-window.h"

#include "coach-help.h"
#include "coach-text-list.h"
#include "coach-warning-signs-state.h"

struct _CoachWarningSignsWindow
{
  AdwWindow  parent_instance;

  GtkLabel  *call;
  GtkBox    *now;
  GtkBox    *today;
  GtkLabel  *seek_help;
};

/**
 * CoachWarningSignsWindow:
 *
 * The signs that need a doctor, and what to do, to be read at any time: in the main menu, and
 * beside a session. It asks for nothing and changes nothing.
 */
G_DEFINE_FINAL_TYPE (CoachWarningSignsWindow, coach_warning_signs_window, ADW_TYPE_WINDOW)

static GtkWidget *
make_advice (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "warning-advice");
  return label;
}

/* First what to do, then after which signs. */
static GtkWidget *
make_card (const CoachWarningGroup *group)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *signs = g_object_new (COACH_TYPE_TEXT_LIST, NULL);

  coach_text_list_set_items (COACH_TEXT_LIST (signs), (const char * const *) group->signs);
  gtk_box_append (GTK_BOX (card), make_advice (group->advice));
  gtk_box_append (GTK_BOX (card), signs);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "warning-card");
  return card;
}

static void
fill (GtkBox    *box,
      GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    gtk_box_append (box, make_card (g_ptr_array_index (groups, i)));
}

static void
show_state (CoachWarningSignsWindow *self,
            CoachWarningSignsState  *state)
{
  gtk_label_set_label (self->call, state->call);
  gtk_widget_add_css_class (GTK_WIDGET (self->call), state->is_number ? "help-number" : "help-words");
  fill (self->now, state->now);
  fill (self->today, state->today);
  gtk_label_set_label (self->seek_help, state->seek_help);
}

static void
coach_warning_signs_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COACH_TYPE_WARNING_SIGNS_WINDOW);

  G_OBJECT_CLASS (coach_warning_signs_window_parent_class)->dispose (object);
}

static void
coach_warning_signs_window_class_init (CoachWarningSignsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_warning_signs_window_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-warning-signs-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachWarningSignsWindow, call);
  gtk_widget_class_bind_template_child (widget_class, CoachWarningSignsWindow, now);
  gtk_widget_class_bind_template_child (widget_class, CoachWarningSignsWindow, seek_help);
  gtk_widget_class_bind_template_child (widget_class, CoachWarningSignsWindow, today);
}

static void
coach_warning_signs_window_init (CoachWarningSignsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_warning_signs_window_new:
 * @parent: (nullable): the window it belongs to
 * @context: what pages are given
 *
 * Makes the window. It blocks no other.
 *
 * Returns: (transfer none): a window; GTK owns it until it is closed
 */
GtkWidget *
coach_warning_signs_window_new (GtkWindow       *parent,
                                CoachAppContext *context)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (context);
  CoachScreening *screening = coach_catalog_get_screening (catalog);
  GSettings *settings = coach_app_context_get_settings (context);
  g_autofree char *emergency = coach_help_dup_emergency (screening, settings);
  g_autofree char *advice_line = coach_help_dup_advice_line (screening, settings);
  g_autoptr (CoachWarningSignsState) state = NULL;
  CoachWarningSignsWindow *self;

  state = coach_warning_signs_state_new (catalog, emergency, advice_line);
  self = g_object_new (COACH_TYPE_WARNING_SIGNS_WINDOW, "transient-for", parent, NULL);
  show_state (self, state);
  return GTK_WIDGET (self);
}
