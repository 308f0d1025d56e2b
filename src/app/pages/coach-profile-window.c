#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-profile-window.h"

#include <glib/gi18n.h>

struct _CoachProfileWindow
{
  AdwPreferencesWindow  parent_instance;

  CoachAppContext      *context; /* (owned) (not nullable), given at construction */

  AdwComboRow          *painful_side_row;
  AdwComboRow          *first_side_row;
  AdwPreferencesGroup  *conditions_group;
};

typedef enum
{
  PROP_CONTEXT = 1,
} CoachProfileWindowProperty;

static GParamSpec *properties[PROP_CONTEXT + 1];

/**
 * CoachProfileWindow:
 *
 * What the person says of themselves: which side hurts, and the conditions that the safety rules
 * look at.
 */
G_DEFINE_FINAL_TYPE (CoachProfileWindow, coach_profile_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
condition_switched_cb (GtkSwitch          *control,
                       GParamSpec         *pspec,
                       CoachProfileWindow *self)
{
  CoachCondition *condition = g_object_get_data (G_OBJECT (control), "condition");

  coach_profile_set_condition (coach_app_context_get_profile (self->context),
                               coach_condition_get_id (condition), gtk_switch_get_active (control));
}

static void
add_condition (CoachProfileWindow *self,
               CoachCondition     *condition)
{
  CoachProfile *profile = coach_app_context_get_profile (self->context);
  AdwExpanderRow *row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  GtkWidget *control = gtk_switch_new ();
  GtkWidget *explain = gtk_label_new (coach_condition_get_explain (condition));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), coach_condition_get_name (condition));
  adw_expander_row_set_subtitle (row, coach_condition_get_question (condition));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  coach_condition_get_name (condition), -1);

  gtk_switch_set_active (GTK_SWITCH (control),
                         coach_profile_has_condition (profile, coach_condition_get_id (condition)));
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  coach_condition_get_name (condition),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  coach_condition_get_question (condition), -1);
  g_object_set_data_full (G_OBJECT (control), "condition", g_object_ref (condition),
                          g_object_unref);
  g_signal_connect_object (control, "notify::active", G_CALLBACK (condition_switched_cb), self, 0);
  adw_expander_row_add_action (row, control);

  gtk_label_set_wrap (GTK_LABEL (explain), TRUE);
  gtk_label_set_xalign (GTK_LABEL (explain), 0);
  gtk_widget_add_css_class (explain, "row-text");
  adw_expander_row_add_row (row, explain);
  adw_preferences_group_add (self->conditions_group, GTK_WIDGET (row));
}

static void
fill_conditions (CoachProfileWindow *self)
{
  GListModel *conditions;

  conditions = coach_catalog_get_conditions (coach_app_context_get_catalog (self->context));
  for (guint i = 0; i < g_list_model_get_n_items (conditions); i++)
    {
      g_autoptr (CoachCondition) condition = g_list_model_get_item (conditions, i);

      /* The base condition is everybody's: there is nothing to switch. */
      if (!g_str_equal (coach_condition_get_id (condition), COACH_BASE_CONDITION))
        add_condition (self, condition);
    }
}

static void
painful_side_chosen_cb (CoachProfileWindow *self)
{
  static const CoachSide sides[] = { COACH_SIDE_NONE, COACH_SIDE_LEFT, COACH_SIDE_RIGHT };
  guint selected = adw_combo_row_get_selected (self->painful_side_row);

  if (selected < G_N_ELEMENTS (sides))
    coach_profile_set_side (coach_app_context_get_profile (self->context), sides[selected]);
}

static void
first_side_chosen_cb (CoachProfileWindow *self)
{
  static const char * const sides[] = { "painful", "left", "right" };
  guint selected = adw_combo_row_get_selected (self->first_side_row);

  if (selected < G_N_ELEMENTS (sides))
    g_settings_set_string (coach_app_context_get_settings (self->context), "first-side",
                           sides[selected]);
}

static void
show_sides (CoachProfileWindow *self)
{
  GSettings *settings = coach_app_context_get_settings (self->context);
  g_autofree char *first = g_settings_get_string (settings, "first-side");
  guint selected = 0;

  if (g_str_equal (first, "left"))
    selected = 1;
  else if (g_str_equal (first, "right"))
    selected = 2;
  adw_combo_row_set_selected (self->first_side_row, selected);
  adw_combo_row_set_selected (
      self->painful_side_row,
      (guint) coach_profile_get_side (coach_app_context_get_profile (self->context)));
}

static void
coach_profile_window_constructed (GObject *object)
{
  CoachProfileWindow *self = COACH_PROFILE_WINDOW (object);

  G_OBJECT_CLASS (coach_profile_window_parent_class)->constructed (object);

  show_sides (self);
  fill_conditions (self);
  g_signal_connect_object (self->painful_side_row, "notify::selected",
                           G_CALLBACK (painful_side_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->first_side_row, "notify::selected",
                           G_CALLBACK (first_side_chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
coach_profile_window_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  CoachProfileWindow *self = COACH_PROFILE_WINDOW (object);

  switch ((CoachProfileWindowProperty) id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_profile_window_dispose (GObject *object)
{
  CoachProfileWindow *self = COACH_PROFILE_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_PROFILE_WINDOW);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_profile_window_parent_class)->dispose (object);
}

static void
coach_profile_window_class_init (CoachProfileWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = coach_profile_window_constructed;
  object_class->set_property = coach_profile_window_set_property;
  object_class->dispose = coach_profile_window_dispose;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, COACH_TYPE_APP_CONTEXT,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-profile-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachProfileWindow, conditions_group);
  gtk_widget_class_bind_template_child (widget_class, CoachProfileWindow, first_side_row);
  gtk_widget_class_bind_template_child (widget_class, CoachProfileWindow, painful_side_row);
}

static void
coach_profile_window_init (CoachProfileWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_profile_window_new:
 * @parent: (nullable): the window it belongs to
 * @context: what pages are given
 *
 * Makes the window. What is switched counts at once.
 *
 * Returns: (transfer none): a window; GTK owns it until it is closed
 */
GtkWidget *
coach_profile_window_new (GtkWindow       *parent,
                          CoachAppContext *context)
{
  return g_object_new (COACH_TYPE_PROFILE_WINDOW, "transient-for", parent, "context", context,
                       NULL);
}
