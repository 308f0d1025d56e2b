#pragma once

#include <adwaita.h>

#include "coach-app-context.h"

G_BEGIN_DECLS

#define COACH_TYPE_ORDERS_PAGE (coach_orders_page_get_type ())
G_DECLARE_FINAL_TYPE (CoachOrdersPage, coach_orders_page, COACH, ORDERS_PAGE, AdwPreferencesPage)

GtkWidget *coach_orders_page_new (CoachAppContext *context);

G_END_DECLS
