#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-window-private.h"

#define MAX_CONTROLS_OF_HEADER 8

/*
 * The pages that lie over the views. One that is not come back to is only marked, by being no longer
 * navigatable, and removed when the leaflet stands still: libadwaita 1.2 goes on using pages that are
 * removed while it moves between them.
 */

GtkWidget *
coach_window_get_page (CoachWindow *self,
                       guint        index)
{
  g_autoptr (GtkSelectionModel) pages = adw_leaflet_get_pages (self->leaflet);
  g_autoptr (AdwLeafletPage) page = g_list_model_get_item (G_LIST_MODEL (pages), index);

  return page != NULL ? adw_leaflet_page_get_child (page) : NULL;
}

static gboolean
is_dropped (CoachWindow *self,
            GtkWidget   *page)
{
  return !adw_leaflet_page_get_navigatable (adw_leaflet_get_page (self->leaflet, page));
}

/* Removes the pages that were dropped, unless the leaflet moves: then it is done once it stands. */
static void
remove_dropped_pages (CoachWindow *self)
{
  GtkWidget *page;
  guint index = 1;

  if (self->is_changing_page || adw_leaflet_get_child_transition_running (self->leaflet))
    return;
  while ((page = coach_window_get_page (self, index)) != NULL)
    if (is_dropped (self, page))
      adw_leaflet_remove (self->leaflet, page);
    else
      index++;
}

static void
mark_dropped (CoachWindow *self,
              GtkWidget   *page)
{
  adw_leaflet_page_set_navigatable (adw_leaflet_get_page (self->leaflet, page), FALSE);
}

static void
mark_pages_above (CoachWindow *self)
{
  GtkWidget *visible = coach_window_get_visible_page (self);
  GtkWidget *above;
  guint index = 0;

  while (coach_window_get_page (self, index) != visible)
    index++;
  while ((above = coach_window_get_page (self, ++index)) != NULL)
    mark_dropped (self, above);
}

/* Shows a page of the leaflet. What it tells on the way, also of a way it gives up, changes nothing. */
static void
change_page (CoachWindow *self,
             GtkWidget   *page)
{
  self->is_changing_page = TRUE;
  adw_leaflet_set_visible_child (self->leaflet, page);
  self->is_changing_page = FALSE;
}

/* Takes a page away that is not the visible one. */
void
coach_window_drop_page (CoachWindow *self,
                        GtkWidget   *page)
{
  mark_dropped (self, page);
  remove_dropped_pages (self);
}

/* The leaflet moves, or has come to stand; somebody may have swiped back. */
void
coach_window_settle_pages (CoachWindow *self)
{
  if (self->is_changing_page || adw_leaflet_get_child_transition_running (self->leaflet))
    return;
  mark_pages_above (self);
  remove_dropped_pages (self);
}

GtkWidget *
coach_window_get_visible_page (CoachWindow *self)
{
  return adw_leaflet_get_visible_child (self->leaflet);
}

static gboolean
has_focus_in (CoachWindow *self,
              GtkWidget   *page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_is_ancestor (focus, page);
}

static gboolean
has_focus_in_header (CoachWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && gtk_widget_get_ancestor (focus, ADW_TYPE_HEADER_BAR) != NULL;
}

/* The leaflet keeps for the way back what has the focus: not an item of a menu that is closed then. */
static void
close_menu (CoachWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *menu = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  if (menu == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (menu));
  gtk_widget_grab_focus (gtk_widget_get_parent (menu));
}

/* The leaflet may have brought the focus along, to where the page wants it. Else it goes to the
 * first control of the content: who comes to a page has not come to leave it. */
static void
enter_page (CoachWindow *self,
            GtkWidget   *page)
{
  if (!has_focus_in (self, page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  for (guint i = 0; i < MAX_CONTROLS_OF_HEADER && has_focus_in_header (self); i++)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* Pushes a page, which one comes back from. */
void
coach_window_push_page (CoachWindow *self,
                        GtkWidget   *page)
{
  close_menu (self);
  mark_pages_above (self);
  adw_leaflet_append (self->leaflet, page);
  change_page (self, page);
  remove_dropped_pages (self);
  enter_page (self, page);
}

/* Puts a page in the place of the visible one, which one cannot come back to. */
void
coach_window_replace_page (CoachWindow *self,
                           GtkWidget   *page)
{
  GtkWidget *old = coach_window_get_visible_page (self);

  coach_window_push_page (self, page);
  if (old != coach_window_get_page (self, 0))
    coach_window_drop_page (self, old);
}

/* Puts a page in the place of one that lies under the visible one. */
void
coach_window_replace_page_below (CoachWindow *self,
                                 GtkWidget   *page,
                                 GtkWidget   *old)
{
  adw_leaflet_insert_child_after (self->leaflet, page, old);
  coach_window_drop_page (self, old);
}

/* Shows a page that lies under the visible one, which with all above it is done with. */
static void
go_down_to (CoachWindow *self,
            GtkWidget   *page)
{
  change_page (self, page);
  mark_pages_above (self);
  remove_dropped_pages (self);
}

void
coach_window_go_back (CoachWindow *self)
{
  GtkWidget *below = adw_leaflet_get_adjacent_child (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);

  if (below != NULL)
    go_down_to (self, below);
}

/* Goes back to the views, whatever lies over them. */
void
coach_window_go_to_views (CoachWindow *self)
{
  go_down_to (self, coach_window_get_page (self, 0));
}
