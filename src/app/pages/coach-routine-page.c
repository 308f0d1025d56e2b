#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-routine-page.h"

#include <glib/gi18n.h>

#include "coach-move-row.h"
#include "coach-phrases.h"

struct _CoachRoutinePage
{
  AdwBin           parent_instance;

  CoachAppContext *context; /* (owned) (not nullable), given at construction */
  CoachRoutine    *routine; /* (owned) (not nullable), given at construction */

  AdwWindowTitle  *window_title;
  GtkLabel        *title_label;
  GtkLabel        *goal_label;
  GtkLabel        *meta_label;
  GtkLabel        *suits_label;
  GtkWidget       *start_button;
  GtkListBox      *steps;
  GtkLabel        *before_label;
  GtkLabel        *after_label;
};

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_ROUTINE,
} CoachRoutinePageProperty;

static GParamSpec *properties[PROP_ROUTINE + 1];

/**
 * CoachRoutinePage:
 *
 * What a routine consists of, each step with its verdict for the person.
 */
G_DEFINE_FINAL_TYPE (CoachRoutinePage, coach_routine_page, ADW_TYPE_BIN)

static char *
describe_suits (CoachRoutinePage *self)
{
  const char * const *suits = coach_routine_get_suits (self->routine);
  CoachCatalog *catalog = coach_app_context_get_catalog (self->context);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; suits[i] != NULL; i++)
    g_strv_builder_add (names,
                        coach_condition_get_name (coach_catalog_lookup_condition (catalog,
                                                                                  suits[i])));
  list = g_strv_builder_end (names);
  joined = g_strjoinv (C_ ("list", ", "), list);
  /* Translators: %s is a list of conditions */
  return g_strdup_printf (_("Made for: %s"), joined);
}

static void
fill_steps (CoachRoutinePage *self)
{
  for (guint i = 0; i < coach_routine_get_n_steps (self->routine); i++)
    {
      const CoachRoutineStep *step = coach_routine_get_step (self->routine, i);
      g_autofree char *dose = NULL;
      GtkWidget *row = coach_move_row_new (self->context, COACH_MOVE (step->movement));

      dose = coach_phrases_describe_dose (&step->dose, coach_movement_is_per_side (step->movement));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), dose);
      gtk_list_box_append (self->steps, row);
    }
}

static void
coach_routine_page_constructed (GObject *object)
{
  CoachRoutinePage *self = COACH_ROUTINE_PAGE (object);
  g_autofree char *meta = coach_phrases_describe_routine (self->routine);
  g_autofree char *suits = describe_suits (self);

  G_OBJECT_CLASS (coach_routine_page_parent_class)->constructed (object);

  adw_window_title_set_title (self->window_title, coach_routine_get_title (self->routine));
  gtk_label_set_text (self->title_label, coach_routine_get_title (self->routine));
  gtk_label_set_text (self->goal_label, coach_routine_get_goal (self->routine));
  gtk_label_set_text (self->meta_label, meta);
  gtk_label_set_text (self->suits_label, suits);
  gtk_label_set_text (self->before_label, coach_routine_get_before (self->routine));
  gtk_label_set_text (self->after_label, coach_routine_get_after (self->routine));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->start_button), "s",
                                    coach_routine_get_id (self->routine));
  fill_steps (self);
}

static void
coach_routine_page_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  CoachRoutinePage *self = COACH_ROUTINE_PAGE (object);

  switch ((CoachRoutinePageProperty) id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_ROUTINE:
      self->routine = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_routine_page_dispose (GObject *object)
{
  CoachRoutinePage *self = COACH_ROUTINE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_ROUTINE_PAGE);
  g_clear_object (&self->context);
  g_clear_object (&self->routine);

  G_OBJECT_CLASS (coach_routine_page_parent_class)->dispose (object);
}

static void
coach_routine_page_class_init (CoachRoutinePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = coach_routine_page_constructed;
  object_class->set_property = coach_routine_page_set_property;
  object_class->dispose = coach_routine_page_dispose;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, COACH_TYPE_APP_CONTEXT, flags);
  properties[PROP_ROUTINE]
      = g_param_spec_object ("routine", NULL, NULL, COACH_TYPE_ROUTINE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-routine-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinePage, after_label);
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinePage, before_label);
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinePage, goal_label);
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinePage, meta_label);
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinePage, start_button);
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinePage, steps);
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinePage, suits_label);
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinePage, title_label);
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinePage, window_title);
}

static void
coach_routine_page_init (CoachRoutinePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_routine_page_new:
 * @context: what pages are given
 * @routine: the routine to show
 *
 * Makes the page of a routine.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
coach_routine_page_new (CoachAppContext *context,
                        CoachRoutine    *routine)
{
  return g_object_new (COACH_TYPE_ROUTINE_PAGE, "context", context, "routine", routine, NULL);
}
