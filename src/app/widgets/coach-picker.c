#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-picker.h"

#include <glib/gi18n.h>

#include "coach-wrap-layout.h"
#include "safety.h"

#define SPACING 6

struct _CoachPicker
{
  GtkWidget  parent_instance;

  char      *title;    /* (owned) (nullable): what is asked, for a screen reader */
  int        selected; /* -1 as long as nothing was picked */
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_SELECTED,
} CoachPickerProperty;

static GParamSpec *properties[PROP_SELECTED + 1];

/**
 * CoachPicker:
 *
 * One of a few answers, each a button: all are seen at once, and none is picked until the person
 * does.
 */
G_DEFINE_FINAL_TYPE (CoachPicker, coach_picker, GTK_TYPE_WIDGET)

static GtkWidget *
get_button (CoachPicker *self,
            int          index)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (button != NULL && index-- > 0)
    button = gtk_widget_get_next_sibling (button);
  return button;
}

static int
find_active (CoachPicker *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (int index = 0; button != NULL; index++, button = gtk_widget_get_next_sibling (button))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
      return index;
  return -1;
}

static void
button_toggled_cb (CoachPicker    *self,
                   GtkCheckButton *button)
{
  int selected = find_active (self);

  /* Within a group one button goes off before the other goes on. */
  if (!gtk_check_button_get_active (button) || selected == self->selected)
    return;
  self->selected = selected;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
remove_buttons (CoachPicker *self)
{
  GtkWidget *button;

  while ((button = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (button);
}

static void
coach_picker_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  CoachPicker *self = COACH_PICKER (object);

  switch ((CoachPickerProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SELECTED:
      g_value_set_int (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_picker_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  CoachPicker *self = COACH_PICKER (object);

  switch ((CoachPickerProperty) id)
    {
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->title != NULL ? self->title : "", -1);
      break;
    case PROP_SELECTED:
      coach_picker_set_selected (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_picker_dispose (GObject *object)
{
  remove_buttons (COACH_PICKER (object));

  G_OBJECT_CLASS (coach_picker_parent_class)->dispose (object);
}

static void
coach_picker_finalize (GObject *object)
{
  g_free (COACH_PICKER (object)->title);

  G_OBJECT_CLASS (coach_picker_parent_class)->finalize (object);
}

static void
coach_picker_class_init (CoachPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = coach_picker_get_property;
  object_class->set_property = coach_picker_set_property;
  object_class->dispose = coach_picker_dispose;
  object_class->finalize = coach_picker_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED]
      = g_param_spec_int ("selected", NULL, NULL, -1, G_MAXINT, -1,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "picker");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
coach_picker_init (CoachPicker *self)
{
  self->selected = -1;
  gtk_widget_set_layout_manager (GTK_WIDGET (self), coach_wrap_layout_new (SPACING));
}

/**
 * coach_picker_set_labels:
 * @self: a picker
 * @labels: (array zero-terminated=1): the answers
 *
 * Gives the answers. Nothing is picked of them.
 */
void
coach_picker_set_labels (CoachPicker        *self,
                         const char * const *labels)
{
  GtkCheckButton *first = NULL;

  g_return_if_fail (COACH_IS_PICKER (self));
  g_return_if_fail (labels != NULL);

  remove_buttons (self);
  self->selected = -1;
  for (guint i = 0; labels[i] != NULL; i++)
    {
      /* Those of a group are still check boxes to a screen reader in GTK 4.8. */
      GtkWidget *button = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role",
                                        GTK_ACCESSIBLE_ROLE_RADIO, "label", labels[i], NULL);

      gtk_widget_add_css_class (button, "answer");
      gtk_check_button_set_group (GTK_CHECK_BUTTON (button), first);
      if (first == NULL)
        first = GTK_CHECK_BUTTON (button);
      g_signal_connect_object (button, "toggled", G_CALLBACK (button_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
    }
}

/**
 * coach_picker_set_scores:
 * @self: a picker
 *
 * Gives 0 to %COACH_PAIN_WORST as the answers.
 */
void
coach_picker_set_scores (CoachPicker *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;

  g_return_if_fail (COACH_IS_PICKER (self));

  for (guint score = 0; score <= COACH_PAIN_WORST; score++)
    {
      /* Translators: how strong pain is, 0 to 10 */
      g_autofree char *label = g_strdup_printf (C_("score", "%u"), score);

      g_strv_builder_add (builder, label);
    }
  labels = g_strv_builder_end (builder);
  gtk_widget_add_css_class (GTK_WIDGET (self), "scores");
  coach_picker_set_labels (self, (const char * const *) labels);
}

/**
 * coach_picker_get_selected:
 * @self: a picker
 *
 * Gets what was picked.
 *
 * Returns: an index; -1 as long as nothing was picked
 */
int
coach_picker_get_selected (CoachPicker *self)
{
  g_return_val_if_fail (COACH_IS_PICKER (self), -1);

  return self->selected;
}

/**
 * coach_picker_set_selected:
 * @self: a picker
 * @selected: an index; -1 to pick nothing
 *
 * Picks an answer.
 */
void
coach_picker_set_selected (CoachPicker *self,
                           int          selected)
{
  GtkWidget *button;

  g_return_if_fail (COACH_IS_PICKER (self));
  g_return_if_fail (selected >= -1);

  button = get_button (self, selected >= 0 ? selected : self->selected);
  if (selected == self->selected || button == NULL)
    return;
  if (selected >= 0)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
      return;
    }

  self->selected = -1;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}
