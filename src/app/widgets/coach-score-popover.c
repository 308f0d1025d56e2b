#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-score-popover.h"

#include <glib/gi18n.h>

#include "coach-body-map-state.h"

#define COLUMNS 4
#define SPACING 6

struct _CoachScorePopover
{
  GtkPopover  parent_instance;

  GtkWidget  *title_label;                      /* (owned by GTK) */
  GtkWidget  *anchors_label;                    /* (owned by GTK) */
  GtkWidget  *buttons[COACH_PAIN_WORST + 1];    /* (owned by GTK) */
};

typedef enum
{
  SIGNAL_CHOSEN,
} CoachScorePopoverSignal;

static guint signals[SIGNAL_CHOSEN + 1];

/**
 * CoachScorePopover:
 *
 * Asks how much it hurts in one zone: eleven buttons, large enough for a finger.
 */
G_DEFINE_FINAL_TYPE (CoachScorePopover, coach_score_popover, GTK_TYPE_POPOVER)

static void
clicked_cb (CoachScorePopover *self,
            GtkWidget         *button)
{
  for (guint score = 0; score <= COACH_PAIN_WORST; score++)
    if (self->buttons[score] == button)
      {
        g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, score);
        return;
      }
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_button (CoachScorePopover *self,
             guint              score)
{
  /* Translators: how strong pain is, 0 to 10 */
  g_autofree char *label = g_strdup_printf (C_("score", "%u"), score);
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  self->buttons[score] = button;
  return button;
}

static void
coach_score_popover_class_init (CoachScorePopoverClass *klass)
{
  /**
   * CoachScorePopover::chosen:
   * @score: 0 to 10
   *
   * A score was pressed.
   */
  signals[SIGNAL_CHOSEN]
      = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
coach_score_popover_init (CoachScorePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "scores");
  self->title_label = make_label ("section-title");
  self->anchors_label = make_label ("dim-label");
  gtk_grid_set_row_spacing (GTK_GRID (grid), SPACING);
  gtk_grid_set_column_spacing (GTK_GRID (grid), SPACING);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (guint score = 0; score <= COACH_PAIN_WORST; score++)
    gtk_grid_attach (GTK_GRID (grid), make_button (self, score), (int) score % COLUMNS,
                     (int) score / COLUMNS, 1, 1);
  gtk_box_append (GTK_BOX (box), self->title_label);
  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box), self->anchors_label);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * coach_score_popover_new:
 *
 * Makes a popover that asks nothing yet.
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
coach_score_popover_new (void)
{
  return g_object_new (COACH_TYPE_SCORE_POPOVER, NULL);
}

/* A score with what it means, where the guide says that, for those who listen. */
static void
name_button (CoachScorePopover *self,
             CoachPainGuide    *guide,
             guint              score)
{
  const char *meaning = coach_pain_guide_get_score_anchor (guide, score);
  g_autofree char *words = meaning != NULL ? g_strdup_printf (_("%u: %s"), score, meaning)
                                           : g_strdup_printf (C_("score", "%u"), score);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[score]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * coach_score_popover_ask:
 * @self: a popover
 * @guide: the words
 * @zone: which zone is asked about
 * @score: its score so far
 *
 * Asks about a zone; the score so far has the focus.
 */
void
coach_score_popover_ask (CoachScorePopover *self,
                         CoachPainGuide    *guide,
                         CoachZone          zone,
                         guint              score)
{
  g_autofree char *anchors = NULL;
  const char *name;

  g_return_if_fail (COACH_IS_SCORE_POPOVER (self));
  g_return_if_fail (COACH_IS_PAIN_GUIDE (guide));
  g_return_if_fail (score <= COACH_PAIN_WORST);

  name = coach_pain_guide_get_zone_name (guide, zone);
  anchors = coach_body_map_describe_anchors (guide);
  gtk_label_set_text (GTK_LABEL (self->title_label), name);
  gtk_label_set_text (GTK_LABEL (self->anchors_label), anchors);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint i = 0; i <= COACH_PAIN_WORST; i++)
    {
      name_button (self, guide, i);
      if (i == score)
        gtk_widget_add_css_class (self->buttons[i], "suggested-action");
      else
        gtk_widget_remove_css_class (self->buttons[i], "suggested-action");
    }
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->buttons[score]);
}
