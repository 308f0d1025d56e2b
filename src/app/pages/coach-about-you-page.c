#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-about-you-page.h"

#include <glib/gi18n.h>

#include "coach-phrases.h"

/* The vocabulary of things to exercise with is closed, and has fewer words than this. */
#define MAX_EQUIPMENT 16

struct _CoachAboutYouPage
{
  AdwPreferencesPage   parent_instance;

  CoachAppContext     *context; /* (owned) (not nullable), given at construction */

  AdwComboRow         *painful_side_row;
  AdwComboRow         *first_side_row;
  AdwComboRow         *place_row;
  AdwPreferencesGroup *equipment_group;
  AdwPreferencesGroup *conditions_group;
  GtkSwitch           *equipment[MAX_EQUIPMENT]; /* in the order of the vocabulary */
};

typedef enum
{
  PROP_CONTEXT = 1,
} CoachAboutYouPageProperty;

static GParamSpec *properties[PROP_CONTEXT + 1];

/**
 * CoachAboutYouPage:
 *
 * What the person says of themselves: which side hurts, where and with what they exercise, and the
 * conditions that the safety rules look at.
 */
G_DEFINE_FINAL_TYPE (CoachAboutYouPage, coach_about_you_page, ADW_TYPE_PREFERENCES_PAGE)

static void
condition_switched_cb (GtkSwitch         *control,
                       GParamSpec        *pspec,
                       CoachAboutYouPage *self)
{
  CoachCondition *condition = g_object_get_data (G_OBJECT (control), "condition");

  coach_profile_set_condition (coach_app_context_get_profile (self->context),
                               coach_condition_get_id (condition), gtk_switch_get_active (control));
}

static void
add_condition (CoachAboutYouPage *self,
               CoachCondition    *condition)
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
fill_conditions (CoachAboutYouPage *self)
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
painful_side_chosen_cb (CoachAboutYouPage *self)
{
  static const CoachSide sides[] = { COACH_SIDE_NONE, COACH_SIDE_LEFT, COACH_SIDE_RIGHT };
  guint selected = adw_combo_row_get_selected (self->painful_side_row);

  if (selected < G_N_ELEMENTS (sides))
    coach_profile_set_side (coach_app_context_get_profile (self->context), sides[selected]);
}

static void
first_side_chosen_cb (CoachAboutYouPage *self)
{
  static const char * const sides[] = { "painful", "left", "right" };
  guint selected = adw_combo_row_get_selected (self->first_side_row);

  if (selected < G_N_ELEMENTS (sides))
    g_settings_set_string (coach_app_context_get_settings (self->context), "first-side",
                           sides[selected]);
}

static void
show_sides (CoachAboutYouPage *self)
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
place_chosen_cb (CoachAboutYouPage *self)
{
  guint selected = adw_combo_row_get_selected (self->place_row);

  if (selected <= COACH_PLACE_CHAIR)
    coach_profile_set_place (coach_app_context_get_profile (self->context),
                             (CoachPlace) selected);
}


static gboolean
is_known (const char *id)
{
  return g_strv_contains (coach_term_list_ids (COACH_TERM_EQUIPMENT), id);
}

/* Where everything is there, nothing was said to be missing. What only another version knows stays
 * as it is. */
static void
equipment_switched_cb (CoachAboutYouPage *self)
{
  CoachProfile *profile = coach_app_context_get_profile (self->context);
  const char * const *before = coach_profile_get_equipment (profile);
  const char * const *ids = coach_term_list_ids (COACH_TERM_EQUIPMENT);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) things = NULL;
  gboolean has_all = TRUE;

  for (guint i = 0; before != NULL && before[i] != NULL; i++)
    if (!is_known (before[i]))
      g_strv_builder_add (builder, before[i]);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (gtk_switch_get_active (self->equipment[i]))
        g_strv_builder_add (builder, ids[i]);
      else
        has_all = FALSE;
    }
  things = g_strv_builder_end (builder);
  coach_profile_set_equipment (profile, has_all ? NULL : (const char * const *) things);
}

static GtkSwitch *
add_thing (CoachAboutYouPage *self,
           const char        *id)
{
  g_autofree char *name = NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *control = gtk_switch_new ();

  name = coach_phrases_begin_large (coach_term_get_name (COACH_TERM_EQUIPMENT, id));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_switch_set_active (GTK_SWITCH (control),
                         coach_profile_has_equipment (
                             coach_app_context_get_profile (self->context), id));
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  adw_preferences_group_add (self->equipment_group, row);
  return GTK_SWITCH (control);
}

static void
fill_equipment (CoachAboutYouPage *self)
{
  const char * const *ids = coach_term_list_ids (COACH_TERM_EQUIPMENT);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_assert (i < MAX_EQUIPMENT);
      self->equipment[i] = add_thing (self, ids[i]);
    }
  for (guint i = 0; ids[i] != NULL; i++)
    g_signal_connect_object (self->equipment[i], "notify::active",
                             G_CALLBACK (equipment_switched_cb), self, G_CONNECT_SWAPPED);
}

static void
coach_about_you_page_constructed (GObject *object)
{
  CoachAboutYouPage *self = COACH_ABOUT_YOU_PAGE (object);

  G_OBJECT_CLASS (coach_about_you_page_parent_class)->constructed (object);

  show_sides (self);
  adw_combo_row_set_selected (
      self->place_row,
      (guint) coach_profile_get_place (coach_app_context_get_profile (self->context)));
  fill_equipment (self);
  fill_conditions (self);
  g_signal_connect_object (self->painful_side_row, "notify::selected",
                           G_CALLBACK (painful_side_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->first_side_row, "notify::selected",
                           G_CALLBACK (first_side_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->place_row, "notify::selected", G_CALLBACK (place_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
coach_about_you_page_set_property (GObject      *object,
                                   guint         id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  CoachAboutYouPage *self = COACH_ABOUT_YOU_PAGE (object);

  switch ((CoachAboutYouPageProperty) id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_about_you_page_dispose (GObject *object)
{
  CoachAboutYouPage *self = COACH_ABOUT_YOU_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_ABOUT_YOU_PAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_about_you_page_parent_class)->dispose (object);
}

static void
coach_about_you_page_class_init (CoachAboutYouPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = coach_about_you_page_constructed;
  object_class->set_property = coach_about_you_page_set_property;
  object_class->dispose = coach_about_you_page_dispose;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, COACH_TYPE_APP_CONTEXT,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-about-you-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachAboutYouPage, conditions_group);
  gtk_widget_class_bind_template_child (widget_class, CoachAboutYouPage, equipment_group);
  gtk_widget_class_bind_template_child (widget_class, CoachAboutYouPage, first_side_row);
  gtk_widget_class_bind_template_child (widget_class, CoachAboutYouPage, painful_side_row);
  gtk_widget_class_bind_template_child (widget_class, CoachAboutYouPage, place_row);
}

static void
coach_about_you_page_init (CoachAboutYouPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_about_you_page_new:
 * @context: what pages are given
 *
 * Makes the page. What is chosen counts at once.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
coach_about_you_page_new (CoachAppContext *context)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  return g_object_new (COACH_TYPE_ABOUT_YOU_PAGE, "context", context, NULL);
}
