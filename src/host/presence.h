/* host: who watches the session. Apart from host.h, since it brings the libraries of displays. */
#pragma once

#include "coach-bus-link.h"
#include "coach-session-presence.h"
#include "coach-wayland-source.h"
#include "coach-x11-opening.h"
#include "host.h"
