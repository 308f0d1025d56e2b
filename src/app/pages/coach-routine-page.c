#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-routine-page.h"

#include <glib/gi18n.h>

#include "coach-move-row.h"
#include "coach-notice-bar.h"
#include "coach-routine-page-state.h"

struct _CoachRoutinePage
{
  AdwBin           parent_instance;

  CoachAppContext *context; /* (owned) (not nullable), given at construction */
  CoachRoutine    *routine; /* (owned) (not nullable), given at construction */

  AdwWindowTitle  *window_title;
  CoachNoticeBar  *notice_bar;
  GtkLabel        *title_label;
  GtkLabel        *goal_label;
  GtkLabel        *meta_label;
  GtkLabel        *suits_label;
  GtkWidget       *notice;
  GtkLabel        *notice_title;
  GtkLabel        *notice_label;
  GtkButton       *stand_in_button;
  GtkWidget       *start_button;
  GtkWidget       *print_button;
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
 * What a routine consists of, each step with its verdict for the person, and what becomes of it.
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
show_steps (CoachRoutinePage *self,
            GPtrArray        *lines)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->steps))) != NULL)
    gtk_list_box_remove (self->steps, row);
  for (guint i = 0; i < lines->len; i++)
    {
      CoachMovement *movement = coach_routine_get_step (self->routine, i)->movement;

      row = coach_move_row_new (self->context, COACH_MOVE (movement));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), g_ptr_array_index (lines, i));
      gtk_list_box_append (self->steps, row);
    }
}

static void
offer_stand_in (CoachRoutinePage *self,
                CoachRoutine     *stand_in)
{
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->stand_in_button), stand_in != NULL);
  if (stand_in == NULL)
    return;
  /* Translators: %s is the title of a routine */
  label = g_strdup_printf (_("Look at “%s” instead"), coach_routine_get_title (stand_in));
  gtk_button_set_label (self->stand_in_button, label);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (self->stand_in_button)), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->stand_in_button), "s",
                                    coach_routine_get_id (stand_in));
}

static void
update_widgets (CoachRoutinePage *self)
{
  g_autoptr (CoachRoutinePageState) state = coach_routine_page_state_new (self->context,
                                                                          self->routine);

  gtk_label_set_text (self->meta_label, state->meta);
  gtk_widget_set_visible (self->notice, state->notice != NULL);
  gtk_label_set_text (self->notice_title, state->notice_title);
  gtk_label_set_text (self->notice_label, state->notice != NULL ? state->notice : "");
  offer_stand_in (self, state->stand_in);
  gtk_widget_set_visible (self->start_button, state->can_start);
  show_steps (self, state->lines);
}

static void
profile_changed_cb (CoachRoutinePage *self)
{
  update_widgets (self);
}

static void
coach_routine_page_constructed (GObject *object)
{
  CoachRoutinePage *self = COACH_ROUTINE_PAGE (object);
  g_autofree char *suits = describe_suits (self);

  G_OBJECT_CLASS (coach_routine_page_parent_class)->constructed (object);

  coach_notice_bar_set_context (self->notice_bar, self->context);
  adw_window_title_set_title (self->window_title, coach_routine_get_title (self->routine));
  gtk_label_set_text (self->title_label, coach_routine_get_title (self->routine));
  gtk_label_set_text (self->goal_label, coach_routine_get_goal (self->routine));
  gtk_label_set_text (self->suits_label, suits);
  gtk_label_set_text (self->before_label, coach_routine_get_before (self->routine));
  gtk_label_set_text (self->after_label, coach_routine_get_after (self->routine));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->start_button), "s",
                                    coach_routine_get_id (self->routine));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->print_button), "s",
                                    coach_routine_get_id (self->routine));
  g_signal_connect_object (coach_app_context_get_profile (self->context), "changed",
                           G_CALLBACK (profile_changed_cb), self, G_CONNECT_SWAPPED);
  update_widgets (self);
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

  g_type_ensure (COACH_TYPE_NOTICE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-routine-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinePage, after_label);
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinePage, before_label);
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinePage, goal_label);
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinePage, meta_label);
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinePage, notice);
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinePage, notice_bar);
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinePage, notice_label);
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinePage, notice_title);
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinePage, print_button);
  gtk_widget_class_bind_template_child (widget_class, CoachRoutinePage, stand_in_button);
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

/**
 * coach_routine_page_get_routine:
 * @self: a page
 *
 * Gets the routine that it shows.
 *
 * Returns: (transfer none): the routine
 */
CoachRoutine *
coach_routine_page_get_routine (CoachRoutinePage *self)
{
  g_return_val_if_fail (COACH_IS_ROUTINE_PAGE (self), NULL);

  return self->routine;
}
