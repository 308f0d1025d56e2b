#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-finish-page.h"

#include <glib/gi18n.h>

#include "coach-finish-page-state.h"
#include "coach-pain-form.h"
#include "coach-picker.h"

struct _CoachFinishPage
{
  GtkWidget            parent_instance;

  CoachAppContext     *context;     /* (owned) (not nullable), given at construction */
  CoachSessionReport  *report;      /* (owned) (not nullable), given at construction */
  gboolean             was_entered; /* whether the keyboard has found its first place */

  GtkWidget           *content;
  GtkLabel            *title_label;
  GtkLabel            *summary_label;
  GtkLabel            *advice_label;
  GtkLabel            *after_label;
  CoachPainForm       *form;
  CoachPicker         *effort_picker;
  AdwPreferencesGroup *rows;
  GtkWidget           *done_button;
};

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_REPORT,
} CoachFinishPageProperty;

static GParamSpec *properties[PROP_REPORT + 1];

/**
 * CoachFinishPage:
 *
 * Tells after a session what was done, and what is worth knowing now.
 */
G_DEFINE_FINAL_TYPE (CoachFinishPage, coach_finish_page, GTK_TYPE_WIDGET)

static const char *
get_icon (CoachStepOutcome outcome)
{
  switch (outcome)
    {
    case COACH_STEP_DONE:
      return "object-select-symbolic";
    case COACH_STEP_PARTLY:
      return "list-remove-symbolic";
    case COACH_STEP_HURT:
    case COACH_STEP_SKIPPED:
    case COACH_STEP_PENDING:
    default:
      return NULL;
    }
}

static GtkWidget *
make_row (const CoachFinishRow *finish_row)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (get_icon (finish_row->outcome));

  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_size_request (image, 16, 16);
  if (finish_row->outcome == COACH_STEP_DONE)
    gtk_widget_add_css_class (image, "done");
  gtk_widget_add_css_class (row, "finish-row");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), finish_row->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), finish_row->detail);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  return row;
}

static void
show_optional (GtkLabel   *label,
               const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
update_widgets (CoachFinishPage *self)
{
  g_autoptr (CoachFinishPageState) state = NULL;

  state = coach_finish_page_state_new (self->report,
                                       coach_app_context_get_profile (self->context));
  gtk_label_set_text (self->title_label, state->title);
  gtk_label_set_text (self->summary_label, state->summary);
  show_optional (self->advice_label, state->advice);
  show_optional (self->after_label, state->after);
  for (guint i = 0; i < state->rows->len; i++)
    adw_preferences_group_add (self->rows, make_row (g_ptr_array_index (state->rows, i)));
}

/* What burned and did not go is ticked already, for the person to leave or to take away. */
static void
prepare_questions (CoachFinishPage *self)
{
  CoachCatalog *catalog = coach_app_context_get_catalog (self->context);
  CoachProfile *profile = coach_app_context_get_profile (self->context);
  g_auto (GStrv) efforts = coach_finish_page_dup_efforts ();

  coach_pain_form_set_guide (self->form, coach_catalog_get_pain_guide (catalog));
  coach_picker_set_labels (self->effort_picker, (const char * const *) efforts);
  if (coach_finish_page_was_burning (self->context))
    coach_pain_form_add_flag (self->form, COACH_PAIN_BURNING | COACH_PAIN_NUMBNESS,
                              coach_profile_get_side (profile));
}

/* Nobody has to answer. What is begun and not finished is not kept: it would say too little. */
static void
done_cb (CoachFinishPage *self)
{
  g_autoptr (GtkWidget) root = g_object_ref (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  gboolean is_said = coach_pain_form_is_complete (self->form);
  CoachPain after = is_said ? coach_pain_form_get_pain (self->form) : (CoachPain) { 0 };
  guint effort = (guint) (coach_picker_get_selected (self->effort_picker) + 1);
  const char *reason;

  reason = coach_finish_page_save (self->context, is_said ? &after : NULL, effort);
  gtk_widget_activate_action (root, "win.show-view", "s", "today");
  if (reason != NULL)
    gtk_widget_activate_action (root, "win.show-screening", "s", reason);
}

/* The keyboard begins at Done; from there on it goes its way. */
static gboolean
coach_finish_page_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  CoachFinishPage *self = COACH_FINISH_PAGE (widget);

  if (!self->was_entered)
    {
      self->was_entered = TRUE;
      return gtk_widget_grab_focus (self->done_button);
    }
  return GTK_WIDGET_CLASS (coach_finish_page_parent_class)->focus (widget, direction);
}

static void
coach_finish_page_constructed (GObject *object)
{
  CoachFinishPage *self = COACH_FINISH_PAGE (object);

  G_OBJECT_CLASS (coach_finish_page_parent_class)->constructed (object);

  g_return_if_fail (self->context != NULL && self->report != NULL);

  prepare_questions (self);
  update_widgets (self);
}

static void
coach_finish_page_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  CoachFinishPage *self = COACH_FINISH_PAGE (object);

  switch ((CoachFinishPageProperty) id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_REPORT:
      self->report = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_finish_page_dispose (GObject *object)
{
  CoachFinishPage *self = COACH_FINISH_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_FINISH_PAGE);
  g_clear_pointer (&self->report, coach_session_report_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_finish_page_parent_class)->dispose (object);
}

static void
coach_finish_page_class_init (CoachFinishPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags given = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = coach_finish_page_constructed;
  object_class->set_property = coach_finish_page_set_property;
  object_class->dispose = coach_finish_page_dispose;
  widget_class->focus = coach_finish_page_focus;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, COACH_TYPE_APP_CONTEXT, given);
  properties[PROP_REPORT]
      = g_param_spec_boxed ("report", NULL, NULL, COACH_TYPE_SESSION_REPORT, given);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (COACH_TYPE_PAIN_FORM);
  g_type_ensure (COACH_TYPE_PICKER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/lowtide/Lowtide/ui/pages/coach-finish-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachFinishPage, content);
  gtk_widget_class_bind_template_child (widget_class, CoachFinishPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, CoachFinishPage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, CoachFinishPage, advice_label);
  gtk_widget_class_bind_template_child (widget_class, CoachFinishPage, after_label);
  gtk_widget_class_bind_template_child (widget_class, CoachFinishPage, effort_picker);
  gtk_widget_class_bind_template_child (widget_class, CoachFinishPage, form);
  gtk_widget_class_bind_template_child (widget_class, CoachFinishPage, rows);
  gtk_widget_class_bind_template_child (widget_class, CoachFinishPage, done_button);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
coach_finish_page_init (CoachFinishPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_finish_page_new:
 * @context: what pages are given
 * @report: what was done
 *
 * Makes the screen after a session.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
coach_finish_page_new (CoachAppContext    *context,
                       CoachSessionReport *report)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);
  g_return_val_if_fail (report != NULL, NULL);

  return g_object_new (COACH_TYPE_FINISH_PAGE, "context", context, "report", report, NULL);
}
