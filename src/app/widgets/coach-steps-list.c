#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-steps-list.h"

#include <glib/gi18n.h>

struct _CoachStepsList
{
  GtkWidget parent_instance;
};

/**
 * CoachStepsList:
 *
 * How a movement is done, in numbered sentences, large enough to stand in for its picture.
 *
 * # CSS
 *
 * The main node is `stepslist`; each number has the class `number`.
 */
G_DEFINE_FINAL_TYPE (CoachStepsList, coach_steps_list, GTK_TYPE_WIDGET)

static GtkWidget *
make_number (guint number)
{
  /* Translators: the number of a step in a list */
  g_autofree char *text = g_strdup_printf (C_ ("step", "%u"), number);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_width_chars (GTK_LABEL (label), 2);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "number");
  return label;
}

static GtkWidget *
make_sentence (const char *sentence)
{
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
add_step (CoachStepsList *self,
          guint           number,
          const char     *sentence)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (row), make_number (number));
  gtk_box_append (GTK_BOX (row), make_sentence (sentence));
  gtk_widget_set_parent (row, GTK_WIDGET (self));
}

static void
clear (CoachStepsList *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (row);
}

static void
coach_steps_list_dispose (GObject *object)
{
  clear (COACH_STEPS_LIST (object));

  G_OBJECT_CLASS (coach_steps_list_parent_class)->dispose (object);
}

static void
coach_steps_list_class_init (CoachStepsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_steps_list_dispose;

  gtk_widget_class_set_css_name (widget_class, "stepslist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
coach_steps_list_init (CoachStepsList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
}

/**
 * coach_steps_list_new:
 *
 * Makes an empty list.
 *
 * Returns: (transfer floating): a list
 */
GtkWidget *
coach_steps_list_new (void)
{
  return g_object_new (COACH_TYPE_STEPS_LIST, NULL);
}

/**
 * coach_steps_list_set_steps:
 * @self: a list
 * @steps: (array zero-terminated=1): sentences
 *
 * Shows how a movement is done.
 */
void
coach_steps_list_set_steps (CoachStepsList     *self,
                            const char * const *steps)
{
  g_return_if_fail (COACH_IS_STEPS_LIST (self));
  g_return_if_fail (steps != NULL);

  clear (self);
  for (guint i = 0; steps[i] != NULL; i++)
    add_step (self, i + 1, steps[i]);
}
